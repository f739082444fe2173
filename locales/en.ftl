### Hearth: every text that a person reads, in English. Read by the window and by the system side.

hearth = Hearth

## E-mails of the outbox

# $recipient: the customer's contact
mail-declined-subject = Your request to us
mail-declined-body =
    Dear { $recipient },

    thank you for your request. We cannot take it on, and ask you to choose another partner on the Microsoft solution providers page, so that you get help soon.

    Kind regards
# $customer: the customer's company
mail-expired-subject = Lead expired without an answer: { $customer }
mail-expired-body-microsoft =
    Dear Microsoft team,

    the lead of { $customer } expired before we answered it. Please offer the customer another partner.

    Referral ID: { $referral }

    Kind regards
mail-expired-body-partner =
    Dear { $recipient },

    the lead of { $customer } that you sent us expired before we answered it. Please offer the customer another partner.

    Referral ID: { $referral }

    Kind regards
