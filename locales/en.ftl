### Hearth: every text that a person reads, in English. Read by the window and by the system side.

hearth = Hearth

## Notifications and tray

notification-open = Open
notification-hot-arrived = { $customer } asks to be contacted
notification-hot-waiting = { $customer } is waiting
notification-hot-lapsed = { $customer }: the 72 hours have passed
notification-hot-lapsed-body = The lead is still active. Contact the customer all the same.
notification-hot-hours =
    { $count ->
        [one] 1 hour left to contact the customer.
       *[other] { $count } hours left to contact the customer.
    }
notification-hot-minutes =
    { $count ->
        [one] 1 minute left to contact the customer.
       *[other] { $count } minutes left to contact the customer.
    }
notification-respond = { $customer }: accept or decline
notification-respond-days = The lead expires in { $count } days.
notification-respond-hours =
    { $count ->
        [one] The lead expires in 1 hour.
       *[other] The lead expires in { $count } hours.
    }
notification-respond-minutes =
    { $count ->
        [one] The lead expires in 1 minute.
       *[other] The lead expires in { $count } minutes.
    }
notification-digest = { $count } leads need you
notification-digest-names = { $names }
notification-digest-more = { $names } and { $count } more

tray-open = Open Hearth
tray-nobody-waiting = Nobody is waiting
tray-lead-hours = { $customer } · { $count } h left
tray-lead-minutes = { $customer } · { $count } min left
tray-more = and { $count } more
tray-quit = Quit

import-choose-title = Choose files of leads
import-choose-leads = Leads (JSON, CSV)
import-choose-all = All files

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
