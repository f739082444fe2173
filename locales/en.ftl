### Hearth: every text that a person reads, in English. Read by the window and by the system side.

hearth = Hearth

## Notifications and tray

notification-open = Open
notification-snooze = Snooze 1 h
notification-contacted = Mark as contacted
notification-test = Notifications work
notification-test-body = If you can read this, Hearth can notify you on this computer.
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
notification-follow-up = Follow up with { $customer }
notification-follow-up-body = You planned to come back to this lead.
notification-still-waiting = { $customer } is still waiting
notification-still-respond = { $customer }: still to be accepted or declined
notification-snooze-over = Back to { $customer }
notification-snooze-over-body = Your snooze is over.
notification-expired = { $customer }: the lead has expired
notification-expired-body = It was not accepted or declined in time.
notification-digest =
    { $count ->
        [one] 1 lead needs you
       *[other] { $count } leads need you
    }
notification-digest-away =
    { $count ->
        [one] While you were away: 1 lead needs you
       *[other] While you were away: { $count } leads need you
    }
notification-digest-expired =
    { $count ->
        [one] 1 lead has expired
       *[other] { $count } leads have expired
    }
notification-digest-away-expired =
    { $count ->
        [one] While you were away: 1 lead has expired
       *[other] While you were away: { $count } leads have expired
    }
notification-digest-waiting =
    { $count ->
        [one] 1 customer is waiting to be contacted.
       *[other] { $count } customers are waiting to be contacted.
    }
notification-digest-also-expired =
    { $count ->
        [one] 1 lead has expired.
       *[other] { $count } leads have expired.
    }
notification-digest-names = { $names }
notification-digest-more = { $names } and { $count } more

tray-open = Open Hearth
tray-nobody-waiting = Nobody is waiting
tray-lead-hours = { $customer } · { $count } h left
tray-lead-minutes = { $customer } · { $count } min left
tray-more = and { $count } more
# The tooltip: how many wait, and how long the first of them still does.
tray-waiting-hours = { $count ->
    [one] 1 customer is waiting
   *[other] { $count } customers are waiting
} · { $left } h left
tray-waiting-minutes = { $count ->
    [one] 1 customer is waiting
   *[other] { $count } customers are waiting
} · { $left } min left
tray-paused = alarms paused
tray-snooze-all = Snooze all for 1 hour
tray-pause = Pause alarms until tomorrow
tray-resume = Resume alarms
tray-quit = Quit

import-choose-title = Choose files of leads
import-choose-leads = Leads (JSON, CSV, XLSX)
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

## Durations

duration-days = { $count } d
duration-hours = { $count } h
duration-minutes = { $count } min
duration-under-a-minute = under 1 min
duration-days-hours = { $days } d { $hours } h
duration-hours-minutes = { $hours } h { $minutes } min
duration-words-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
  }
duration-words-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
  }
duration-words-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
  }
duration-words-under-a-minute = less than a minute

## Components

copied = Copied
dialog-close = Close
time-placeholder = HH:MM
field-required = required
text-show-all = Show all
toast-dismiss = Dismiss
toast-seconds = { $count } s

## Failures

error-not-found = This lead is no longer there. It may have been removed.
error-conflict = This lead was changed in the meantime. The newest state is shown; please check it and try again.
error-invalid = { $count ->
    [one] One field needs another look.
   *[other] { $count } fields need another look.
  }
error-busy = The database is being used by another program. Nothing was changed; please try again in a moment.
error-read-only = The database cannot be written to: { $path }. Nothing was changed.
error-disk-full = The disk is full. Nothing was changed; free some space and try again.
error-newer-file = The database was written by a newer Hearth: { $path }.
error-corrupt = The database is damaged: { $path }.
error-unopened = The database cannot be opened: { $path }.
error-link-refused = Hearth opens only web, mail and phone links.
error-system-refused = The system refused: { $detail }
error-internal = Something went wrong in Hearth. Nothing was changed. Report { $report } in the log says more.
error-internal-unnumbered = Something went wrong in Hearth. Nothing was changed.
error-part-missing = This part of Hearth could not be loaded. Try again, or close Hearth and start it once more.
error-not-allowed-stage = This cannot be done in the stage that the lead is in now.
error-not-allowed-past-respond-by = The time to respond is over; the lead has expired.
error-not-allowed-past-deadline = A snooze until then would reach past the deadline.
error-not-allowed-undo-over = The time to undo is over.
error-not-allowed-undo-overtaken = It cannot be undone any more: the lead was changed since.
error-not-allowed-notice-left = It cannot be undone any more: the notice has been sent.

## Adding a lead

add-a-lead = Add a lead

## The frame

desk-opening = Opening the desk…
desk-upgrading = Getting your leads ready for this version
desk-upgrading-text = This is done once. With very many leads it takes a few minutes.
tabs-label = Kinds of leads
tab-marketplace = Marketplace leads
tab-qualified = Qualified leads
tab-favorites = Favorites
stages-label = Stages
list-label = Leads
list-panel-label = List of leads
list-count = { $count ->
    [one] { $count } lead
   *[other] { $count } leads
  }
list-row-loading = Loading
list-empty-received = No lead is waiting for an answer
list-empty-accepted = No accepted leads
list-empty-archived = No archived leads
list-empty-favorites = No favorites in this stage
lead-none-open = No lead is open
lead-none-open-text = Choose one from the list.

search-label = Search all leads
search-placeholder = Search all leads
search-clear = Clear the search
search-elsewhere-stage = { $count } in { $stage }
search-elsewhere-tab = { $count } in { $tab }, { $stage }

sort-label = Sort by
sort-time-left = Time left
sort-received = Received
sort-respond-by = Respond by
sort-value = Value
sort-customer = Customer
sort-purchase-date = Purchase date
sort-archived = Archived
sort-ascending = Ascending order; switch to descending
sort-descending = Descending order; switch to ascending

row-time-left = { $time } left
row-to-respond = { $time } to respond
row-window-passed = 72 h passed
row-flame-hot = The customer is waiting to be contacted.
row-flame-lapsed = The customer asked to be contacted; the 72 hours have passed.

footer-next-previous = next, previous
footer-accept = accept
footer-decline = decline
footer-contacted = contacted
footer-palette = everything
footer-all-keys = all keys
footer-waiting = { $count ->
    [0] No customer is waiting
    [one] { $count } customer is waiting
   *[other] { $count } customers are waiting
  }
footer-next-alarm = next alarm in { $time }
footer-alarm-now = alarm now
footer-no-alarm = no alarm is due

keys-title = Keys
key-search = Search the leads
key-next = Next lead
key-previous = Previous lead
key-open = Open the lead
key-favorite = Add to or remove from favorites
key-overview = All keys
key-zoom-in = Larger
key-zoom-out = Smaller
key-zoom-reset = Original size

## First run and samples

first-run-title = Which customer is waiting?
first-run-text = Bring in the leads that Microsoft sent you. Hearth keeps them on this computer and reminds you before one goes cold.
first-run-import = Import leads
first-run-import-text = From Partner Center, Salesforce, Dynamics 365, or any table (JSON, CSV, XLSX)
first-run-add-text = Type in one that came by phone or mail
first-run-explore = Explore with sample leads
first-run-explore-text = About forty invented leads; one click removes them
first-run-drop = Files can also be dropped on this window.
samples-count = { $count ->
    [one] { $count } sample lead
   *[other] { $count } sample leads
  }
samples-remove = Remove them

## Import

import-label = Import leads
import-title = What was imported
import-failed-title = Nothing was imported
import-failed-nothing = The leads are as they were before.
import-file-nothing = Nothing of this file was imported.
import-added = added
import-updated = updated
import-unchanged = unchanged
import-set-aside = set aside
import-refused = refused
import-set-aside-why = Set aside are co-sell opportunities: they are no leads.
import-row = Row
import-done = Done

problem-file-unreadable = The system would not let the file be read: { $message }
problem-file-empty = The file is empty.
problem-file-too-large = The file has { $size } MB; Hearth reads up to { $limit } MB.
problem-file-bad-encoding = Line { $line } is no text in an encoding that Hearth reads.
problem-file-not-leads = Hearth finds no leads in this file.
problem-file-web-page = This is a web page, not leads.
problem-file-error-reply = This is an error reply of Partner Center: { $message }
problem-file-cut-off = The file stops in the middle, in line { $line }.
problem-file-bad-json = The JSON is broken in line { $line }, column { $column }.
problem-file-missing-columns = These columns are missing: { $columns }

advice-file-unreadable = Check the rights of the file, and whether another program has it open.
advice-file-too-large = Export fewer leads at a time.
advice-file-bad-encoding = Save it as UTF-8 and import it again.
advice-file-not-leads = Choose an export of Partner Center, Salesforce or Dynamics 365, or a table with a row of headings.
advice-file-web-page = The session in Partner Center had probably ended. Sign in and download it again.
advice-file-error-reply = Ask Partner Center again and import its new reply.
advice-file-missing-columns = Export again with all columns and leave the header as it is.
advice-export-again = Export it again.

refused-not-a-lead = Not a lead
refused-missing-customer = The customer is missing
refused-missing-received = The date of receipt is missing
refused-unknown-status = Unknown status
refused-unknown-type = Unknown type of lead
refused-bad-date = Not a date
refused-bad-amount = Not an amount
refused-bad-currency = Not a currency
refused-too-long = Too long
refused-wrong-cell-count = More or fewer cells than the header
refused-repeated = The same lead stands further up

## Bell

bell-label = Reminders
bell-label-unread = Reminders, { $count } unread
bell-empty = No reminders yet
bell-empty-text = Hearth reminds you before a waiting customer's 72 hours are over, and before a lead expires.
bell-new = New
bell-not-shown = The system did not show this one.
bell-hot-arrived = A customer asks to be contacted
bell-hot-left = { $left } left to contact the customer
bell-hot-lapsed = The 72 hours to contact the customer have passed
bell-respond-left = { $left } left to respond
bell-follow-up = Time to follow up
bell-snoozed = Snooze over: { $what }
bell-snooze-over = The snooze is over
bell-expired = The lead expired without an answer
bell-due = Due:
bell-shown = Shown { $at }
bell-shown-at-once = Shown at once
bell-done-accepted = Accepted { $at }
bell-done-declined = Declined { $at }
bell-done-expired = Expired { $at }
bell-done-won = Won { $at }
bell-done-lost = Lost { $at }
bell-done-contacted = Contacted { $at }
bell-done-snoozed = Snoozed { $at }
bell-done-follow-up-set = Follow-up set { $at }
bell-done-follow-up-cleared = Follow-up cleared { $at }
bell-done-other = Done { $at }
bell-digest-away = Back after a while
bell-digest-many = Several at once
bell-digest-due = { $due ->
    [one] Since { $since }: { $due } lead fell due.
   *[other] Since { $since }: { $due } leads fell due.
  }
bell-digest-expired = { $expired ->
    [one] Since { $since }: { $expired } lead expired.
   *[other] Since { $since }: { $expired } leads expired.
  }
bell-digest-due-expired = { $due ->
    [one] Since { $since }: { $due } lead fell due, { $expired } expired.
   *[other] Since { $since }: { $due } leads fell due, { $expired } expired.
  }
bell-digest-more = { $count ->
    [one] { $count } more lead is in the list.
   *[other] { $count } more leads are in the list.
  }
notifications-failing = Notifications do not arrive on this computer. The bell keeps every reminder.
notifications-system-words = What the system says
notifications-check = Check

## Lines over the desk

pause-until = Alarms are paused until { $at }.
pause-resume = Resume
alarm-trouble = { $why }. The alarm goes on but cannot record what it has told you, so some reminders may come again after a restart.
alarm-trouble-unknown = Something is wrong with the database
kept-minimised = The window was minimised instead of hidden: this desktop has no tray to bring it back from. The alarm goes on.
lead-not-here = The lead that this link points to is not here.

## Outbox

outbox-label = Outbox
outbox-label-count = { $count ->
    [one] Outbox, { $count } notice to send
   *[other] Outbox, { $count } notices to send
  }
outbox-empty = The outbox is empty
outbox-empty-text = When a lead is declined or expires, the notice to send appears here.
outbox-intro = These people have to be told. Write the prepared e-mail, or mark the notice as sent if you told them another way.
outbox-waiting = To be sent
outbox-sent = Sent

## Settings

settings-label = Settings
settings-general = General
settings-alarm = Alarm
settings-system = As the system
settings-language = Language
settings-theme = Theme
settings-theme-light = Light
settings-theme-dark = Dark
settings-undo = Seconds to undo
settings-undo-hint = 0 to 120
settings-respond = Days to respond
settings-respond-hint = 1 to 90, for leads whose source does not say
settings-closing = When the window is closed
settings-closing-ask = Ask
settings-closing-tray = Keep the alarm running in the tray
settings-closing-minimised = Keep the alarm running, minimised
settings-closing-quit = Quit
settings-closing-hint = The alarm rings only while Hearth runs.
settings-closing-no-tray = The alarm rings only while Hearth runs. This desktop has no tray to hide the window in, so it is minimised instead.
settings-data = Data folder
settings-open-folder = Open data folder
settings-remove-samples = { $count ->
    [one] Remove { $count } sample lead
   *[other] Remove { $count } sample leads
  }
settings-version = Hearth { $version }

## Settings of the alarm

settings-alarm-on = The alarm is on.
settings-pause = Pause until tomorrow
settings-hot = Waiting customers
settings-hot-on-arrival = Remind when the lead arrives
settings-hot-moments = Remind before the 72 hours are over
settings-hot-moments-hint = From 1 to 71 hours before, at most 8 reminders
settings-hot-on-lapse = Remind when the 72 hours are over
settings-heed-quiet = Respect quiet hours and days off
settings-heed-quiet-hot = If this is off, you are reminded of waiting customers at any time.
settings-answers = Responses due
settings-answers-moments = Remind before the lead expires
settings-answers-moments-hint = From 1 hour to 90 days before, at most 8 reminders
settings-moments-none = No reminder
settings-moments-no-number = Type a whole number.
settings-moments-too-many = There are { $most } already; remove one first.
settings-moment-hours = { $count ->
    [one] { $count } hour before
   *[other] { $count } hours before
  }
settings-moment-days = { $count ->
    [one] { $count } day before
   *[other] { $count } days before
  }
settings-moment-remove = Remove: { $moment }
settings-moment-number = How long before
settings-moment-unit = Hours or days
settings-moment-add = Add
settings-unit-hours = hours
settings-unit-days = days
settings-quiet = Quiet times
settings-quiet-hours = Quiet hours
settings-quiet-from = From
settings-quiet-to = To
settings-quiet-overnight = of the next day
settings-quiet-same = From and to cannot be the same time.
settings-quiet-no-time = Type a time such as 20:00.
settings-working-days = Working days
settings-working-days-none = At least one day has to be a working day.
settings-quiet-told = A reminder that falls into quiet hours, a day off or a pause comes when that ends. If the deadline would be over by then, it comes at once.
settings-computer = This computer
settings-start = Start Hearth with the computer
settings-start-hint = It starts in the background, and the alarm is on from then on.
settings-start-not-here = Hearth cannot set this on this computer.

test-send = Send a test notification
test-delivered = The notification was delivered.
test-delivered-by = The notification was delivered to { $server }.
test-with-buttons = Notifications have buttons here: open, snooze or mark as contacted right in them.
test-without-buttons = Notifications show no buttons here: a click on one opens the lead.
test-not-delivered = The notification was not delivered.
test-no-bus = This session has no message bus, so nothing can show a notification.
test-no-bus-advice = Start Hearth from your desktop rather than from a remote or text session.
test-no-server = No program on this desktop shows notifications.
test-no-server-advice = Switch notifications on in your desktop's settings, or install a notification program such as dunst or mako.
test-no-answer = The program that shows notifications does not answer.
test-no-answer-advice = Sign out and in again, then send another test. Until then the bell keeps every reminder.
test-refused = The system refused the notification.
test-refused-advice = Allow notifications from Hearth in the system's settings, then send another test.
test-do-not-disturb = Do not disturb is on: the system takes notifications but does not show them.
test-do-not-disturb-advice = Turn it off, or let Hearth through in the system's settings.

## Closing

closing-title = Keep the alarm running?
closing-text = Hearth can stay in the tray and go on reminding you of waiting customers. The settings can change this later.
closing-text-no-tray = This desktop has no tray. Hearth can stay minimised and go on reminding you of waiting customers. The settings can change this later.
closing-keep = Keep the alarm running in the tray
closing-keep-minimised = Keep the alarm running, minimised
closing-quit = Quit

## Trouble with the database

trouble-nothing-lost = Nothing was lost: Hearth has changed nothing in the file.
trouble-retry = Try again
trouble-still-there = It is still the same.
trouble-newer-title = This database is from a newer Hearth
trouble-newer-happened = A newer version of Hearth has written the database, and this one does not know its form.
trouble-newer-advice = Install the newest Hearth and open it again.
trouble-corrupt-title = The database is damaged
trouble-corrupt-happened = The file with your leads cannot be read as it should be.
trouble-corrupt-advice = Put a copy of it into the data folder if you have one. Or start with a new database; the damaged one is kept beside it.
trouble-read-only-title = The database cannot be written to
trouble-read-only-happened = The file or its folder is read-only.
trouble-read-only-advice = Give yourself the right to write there, then try again.
trouble-busy-title = The database is in use
trouble-busy-happened = Another program holds the database.
trouble-busy-advice = Close the other program, such as a backup, then try again.
trouble-disk-full-title = The disk is full
trouble-disk-full-happened = There is no room left to write.
trouble-disk-full-advice = Free some space, then try again.
trouble-unopened-title = The database cannot be opened
trouble-unopened-happened = The system would not let the file be opened.
trouble-unopened-advice = Check that the data folder is there and that you may write to it, then try again.
trouble-set-aside = Start with a new database
trouble-set-aside-ask = The damaged database is renamed and kept; the new one starts empty.
trouble-set-aside-cancel = Cancel
trouble-set-aside-title = A new database is ready
trouble-set-aside-text = The damaged one is kept here:
trouble-continue = Continue

## A lead and its forms

lead-loading = Opening the lead…
lead-gone = This lead is no longer in the database.
lead-close = Back to the list
lead-next = Next lead
lead-previous = Previous lead
lead-subtitle-received = received { $at }
lead-subtitle-respond-by = respond by { $at } ({ $left } left)
lead-subtitle-accepted = accepted { $at }
lead-subtitle-archived = archived { $at }
lead-add-favorite = Add to favorites
lead-remove-favorite = Remove from favorites
lead-expired-now = The time to respond is over: this lead has expired.
lead-origin-sample = Sample
lead-accept = Accept…
lead-decline = Decline…
lead-edit = Edit…
lead-won = Won…
lead-lost = Lost…
lead-copy = Copy { $what }
lead-empty = —
lead-opens-mail = Write an e-mail to { $to }
lead-opens-phone = Call { $to }

lead-type-customer-inquiry = Customer inquiry
lead-type-marketing-qualified = Marketing qualified
lead-type-sales-qualified = Sales qualified
lead-stage-received = Received
lead-stage-accepted = Accepted
lead-stage-archived = Archived
outcome-won = Won
outcome-lost = Lost
outcome-declined = Declined
outcome-expired = Expired
reason-budget = Project budget is not adequate
reason-no-response = Customer did not respond
reason-other-vendor = Customer chose another vendor
reason-requirement = Customer requirement not met
reason-not-a-customer = Not a customer
reason-timeline = Proposed time line was too short
reason-abuse = Report as abuse, spam or phishing
reason-other = Other
contact-way-phone = Phone
contact-way-email = E-mail
contact-way-meeting = Meeting
contact-way-other = Another way
flag-yes = Yes
flag-no = No

## The flame

flame-hot = The customer asked to be contacted directly.
flame-gone = Received { $gone } ago.
flame-left = { $time } left
flame-before = { $left } before the moment has passed.
flame-progress = Part of the 72 hours that is gone
flame-lapsed = The 72 hours for direct contact have passed.
flame-lapsed-more = They were over { $passed } ago. The lead is still active: the customer may be waiting for you.
flame-mark = Mark as contacted
flame-contacted = Customer contacted
flame-contacted-how = { $way }, { $at }

## Snooze

snooze = Snooze
snooze-hour = In an hour
snooze-afternoon = This afternoon
snooze-tomorrow = Tomorrow morning
snooze-next-working-day = Next working day
snooze-custom = Another time…
snooze-note-contact = The 72 hours are over by then
snooze-note-answer = The lead has expired by then
snoozed-until = Snoozed until { $until }
snooze-wake = End snooze
snooze-title = Snooze { $customer }
snooze-intro = Reminders of this lead are held back until then.
snooze-end-contact = The 72 hours to contact the customer end { $at }.
snooze-end-answer = The lead expires { $at }.
snooze-on = Date
snooze-at = Time
form-time-hint = Such as 14:30
problem-not-a-time = This is not a time.
snooze-past-title = Snooze past the deadline?
snooze-past-contact = By then the 72 hours to contact { $customer } are over. Nothing will remind you before then.
snooze-past-contact-end = The 72 hours end
snooze-past-answer = By then the lead of { $customer } has expired and cannot be accepted any more. Nothing will remind you before then.
snooze-past-anyway = Snooze anyway
snooze-past-other = Choose another time
done-snoozed = { $customer } is snoozed until { $until }.
done-woken = { $customer } is no longer snoozed.
key-snooze = Snooze its reminders
history-snoozed = Snoozed
history-woken = Snooze ended
field-snoozed-until = Snoozed until
row-snoozed = Snoozed until { $until }

## Follow-ups

follow-up = Follow up…
follow-up-set = Follow up { $on } ({ $far })
follow-up-due = Follow-up due { $on } ({ $far })
follow-up-change = Change…
follow-up-clear = Clear
follow-up-title = Follow up with { $customer }
follow-up-intro = Hearth reminds you of this lead in the morning of that day.
follow-up-on = Follow up on
follow-up-tomorrow = Tomorrow
follow-up-in-three-days = In 3 days
follow-up-in-a-week = In a week
follow-up-note = Note
follow-up-note-hint = It is shown in the reminder too
follow-up-submit = Save follow-up
done-follow-up-set = The follow-up with { $customer } is set for { $on }.
done-follow-up-cleared = The follow-up with { $customer } is cleared.
key-follow-up = Set or change the follow-up
history-follow-up-set = Follow-up set
history-follow-up-cleared = Follow-up cleared
field-follow-up-on = Follow-up
field-follow-up-note = Follow-up note
row-follow-up = Follow-up: { $on }
row-follow-up-due = Follow-up due: { $on }
row-follow-up-today = Today
sort-follow-up = Follow-up

## Cards

card-outcome = How it ended
card-contact = Contact
card-contacts = Contacts
card-deal = Deal
card-need = What the customer needs
card-employees = Your employees
card-notices = Notices
card-history = History
card-source = Source
contact-none = No contact is known.
contact-name = Name
contact-email = E-mail
contact-phone = Phone
contact-address = Address
contact-title-of = { $name }, { $title }
deal-value = Value
deal-purchase-on = Purchase date
deal-campaign-id = Campaign ID
need-none = The customer wrote nothing.
employee-none = Nobody is assigned yet.
employee-add = Add employee
employee-change = Change { $name }
employee-remove = Remove { $name }
source-referral = Referral ID
source-engagement = Engagement ID
source-sent-by = Sent by
source-sent-by-notes = Note of the sender
source-sent-by-microsoft = Microsoft
source-status = Partner Center status
source-origin = Came in
source-origin-import = Imported
source-origin-hand = Added by hand
source-origin-sample = Sample lead
notice-declined-to-customer = Tell the customer to choose another partner
notice-expired-to-microsoft = Tell Microsoft that the lead expired
notice-expired-to-partner = Tell the partner who sent the lead that it expired
notice-to = To { $recipient }
notice-to-with-email = To { $recipient } ({ $email })
notice-waiting = Not sent yet
notice-drafted = E-mail opened { $at }
notice-sent = Sent { $at }
notice-write = Write e-mail
notice-mark-sent = Mark as sent

size-band = { $from } to { $to } employees
size-more-than = More than { $count } employees
industry-agriculture = Agriculture, forestry and fishing
industry-media = Communications and media
industry-education = Education
industry-financial = Financial services
industry-government = Government
industry-healthcare = Healthcare
industry-hospitality = Hospitality
industry-manufacturing = Manufacturing
industry-utilities = Power and utilities
industry-public-safety = Public safety and national security
industry-retail = Retail and consumer goods
industry-services = Services
industry-travel = Travel and transportation
industry-wholesale = Wholesale and distribution
service-consulting = Consulting and professional services
service-custom-solution = Custom solution (ISV)
service-deployment = Deployment or migration
service-hardware = Hardware
service-integration = Integration
service-ip-services = IP services (ISV)
service-learning = Learning and certification
service-licensing = Licensing
service-managed = Managed services
service-project = Project services

## History

history-received = Received
history-imported = Imported
history-updated = Updated by an import
history-added = Added by hand
history-sample-added = Added as a sample
history-accepted = Accepted
history-declined = Declined
history-expired = Expired
history-edited = Deal changed
history-employees-changed = Employees changed
history-won = Closed as won
history-lost = Closed as lost
history-favorited = Added to favorites
history-unfavorited = Removed from favorites
history-contacted = Customer contacted
history-undone = Action undone
history-notice-drafted = E-mail of the notice opened
history-notice-sent = Notice marked as sent
history-by-user = you
history-by-hearth = Hearth
history-details = { $count ->
    [one] { $count } field
   *[other] { $count } fields
  }
history-field = Field
history-before = Before
history-after = After
history-empty-value = empty

field-lead-type = Type
field-stage = Stage
field-outcome = Outcome
field-reason = Reason
field-reason-text = Reason in the source
field-closing-notes = Closing notes
field-favorite = Favorite
field-received = Received
field-respond-by = Respond by
field-customer = Customer
field-customer-size = Company size
field-address = Address
field-contacts = Contacts
field-requested-contact = Asked to be contacted
field-contacted-at = Contacted
field-contact-way = Contacted by
field-contact-note = Note of the contact
field-need = Need
field-requirements = Requirements
field-deal-name = Deal name
field-deal-value = Estimated value
field-purchase-on = Estimated purchase date
field-notes = Notes
field-crm-id = CRM ID
field-campaign-id = Marketing campaign ID
field-employees = Employees
field-invited-by = Sent by
field-source-status = Partner Center status

## Forms

form-cancel = Cancel
form-required-legend = Fields with an asterisk are required.
form-amount = Estimated value
form-currency = Currency
form-amount-hint = Digits, with a point before decimals
form-date-hint = Such as 2026-12-31
form-date-time-hint = Such as 2026-12-31 14:30
date-placeholder = YYYY-MM-DD
date-time-placeholder = YYYY-MM-DD HH:MM
date-pick = Choose from a calendar
form-quick-dates = Quick choice
form-this-month = This month
form-this-quarter = This quarter
form-next-quarter = Next quarter
form-this-year = This year
form-notes = Notes
form-employee = Employee { $number }
form-unsaved = Leave this form? What you typed is not saved.
form-unsaved-leave = Leave without saving
form-unsaved-stay = Keep typing
form-conflict = Somebody changed this lead in the meantime. What you typed is still here.
form-load-new = Load the new state
form-loaded = The new state is loaded. Look at your entries and send them again.
form-gone = This lead is no longer in the database. What you typed is still here to be copied.

problem-required = Please fill this in.
problem-required-choice = Please choose one.
problem-too-long = This is too long.
problem-not-a-number = This is not a number.
problem-negative = This cannot be less than zero.
problem-too-large = This is too large.
problem-too-precise = This currency does not have so many decimals.
problem-not-a-date = This is not a date.
problem-not-a-currency = This is not a currency code, such as USD.
problem-not-an-email = This is not an e-mail address.
problem-in-the-future = This lies in the future.
problem-in-the-past = This lies in the past.
problem-out-of-range = This is outside the allowed range.

accept-title = Accept { $customer }
accept-submit = Accept lead
edit-title = Edit the deal with { $customer }
edit-submit = Save deal
decline-title = Decline { $customer }
decline-intro = The lead is archived as declined. The customer is told to choose another partner: a notice is put in the outbox, and you send it from there.
decline-reason = Reason
decline-submit = Close deal
won-title = Won: { $customer }
won-intro = The lead is archived as won. After that it can only be read.
won-submit = Close as won
lost-title = Lost: { $customer }
lost-intro = The lead is archived as lost. After that it can only be read.
lost-reason = Reason
lost-no-reason = No reason given
lost-submit = Close as lost
contacted-title = Mark { $customer } as contacted
contacted-when = When
contacted-how = How
contacted-note = Note
contacted-submit = Mark as contacted
employee-title-add = Add employee
employee-title-change = Change employee
employee-name = Name
employee-phone = Phone
employee-email = E-mail
employee-submit-add = Add employee
employees-too-many = At most 50 employees can be on a deal.
employee-problem-of = { $name } in this list has a mistake: please change that employee first.
employee-submit-change = Save employee
add-title = Add a lead
add-type = Type
add-received = Received
add-received-too-old = A lead this old would already have expired.
add-requested-contact = The customer asked to be contacted directly
add-customer = Customer
add-contact = Contact
add-job-title = Job title
add-email = E-mail
add-phone = Phone
add-city = City
add-country = Country or region
add-country-hint = Two letters, such as US or KR
add-need = What the customer needs
add-submit = Add lead

## After an action

done-accepted = { $customer } is accepted.
done-declined = { $customer } is declined. A notice to the customer is in the outbox.
done-edited = The deal with { $customer } is saved.
done-employees = The employees of { $customer } are saved.
done-won = { $customer } is won.
done-lost = { $customer } is archived as lost.
done-contacted = { $customer } is marked as contacted.
done-added = { $customer } is added.
done-notice-sent = The notice is marked as sent.
done-notice-drafted = The e-mail is open in your mail program.
done-undone = Undone for { $customer }: { $action }.
undo-action = Undo

## Keys

key-accept = Accept the lead
key-decline = Decline the lead
key-edit = Edit the deal
key-contacted = Mark as contacted
key-won = Close as won
key-lost = Close as lost

## Terms of imports and merges

error-cancelled = It was cancelled. Nothing was changed.
error-not-allowed-merged-away = This lead was merged into another one, which has to be worked on instead.
error-not-allowed-taken-back = This was taken back already.
history-import-undone = Import taken back
history-merged = Merged with another lead
history-absorbed = Merged into another lead
history-taken-apart = Merge taken apart
problem-file-changed = The file was changed or replaced since it was chosen.
problem-file-too-many-columns = The table has more than { $limit } columns.
problem-file-too-large-inside = Unpacked, the workbook has more than { $limit } MB.
problem-file-locked = The workbook asks for a password.
problem-file-bad-workbook = The workbook cannot be read: { $message }
advice-file-changed = Choose it again.
advice-file-too-many-columns = Remove the columns that say nothing about leads.
advice-file-too-large-inside = Save only the sheet with the leads as CSV and import that.
advice-file-locked = Save it without a password and import it again.
advice-file-bad-workbook = Open it in a spreadsheet program, save it as XLSX or CSV and import that.

# What an exported calendar calls its events.

calendar-purchase = Purchase date: { $customer }
calendar-follow-up = Follow up: { $customer }

## Duplicates and merging

same-referral-id = The same referral ID: { $value }
same-email = The same e-mail: { $value }
same-phone = The same phone: { $value }
same-domain-and-name = The same e-mail domain and nearly the same name: { $value }
duplicates-title = Leads that may be the same
duplicates-of-title = May be the same as this lead
duplicates-intro = Merge two into one, or keep them apart: they are not proposed again then.
duplicates-looking = Looking for leads that may be the same…
duplicates-empty = No leads look the same
duplicates-empty-text = Leads with the same referral ID, e-mail or phone would be listed here, and those with the same e-mail domain and nearly the same name.
duplicates-merge = Merge…
duplicates-merge-named = Merge { $one } and { $other }…
duplicates-keep-apart = Keep apart
duplicates-keep-apart-named = Keep apart: { $one } and { $other }
duplicates-final = What is archived is final and cannot be merged.
duplicates-range = { $first }–{ $last } of { $total }
duplicates-previous = Previous
duplicates-next = Next
lead-duplicates = { $count ->
    [one] Another lead may be the same.
   *[other] { $count } other leads may be the same.
}
lead-duplicates-look = Compare…
merge-title = Merge two leads
merge-kept = Stays
merge-other = Becomes part of it
merge-swap = Keep the other one instead
merge-choose = Where they differ, choose which value the lead shall have.
merge-no-choice = There is nothing to choose: wherever both leads have a value, it is the same.
merge-ruled = Follows a rule
merge-ruled-why = An accepted lead stays accepted, the later contact counts, and one heart is enough.
merge-taken = taken
merge-equal = { $count ->
    [one] 1 field is the same in both
   *[other] { $count } fields are the same in both
}
merge-result = { $kept } stays and takes from { $other }: { $fields }. Both histories are kept. You can take them apart again at any time.
merge-result-nothing = { $kept } keeps all its values; only the history of { $other } is added. You can take them apart again at any time.
merge-submit = Merge
merge-conflict = One of the leads was changed in the meantime. What you have chosen is still there.
merge-gone = One of the leads is no longer in the database.
merge-refused-stage = What is archived is final: an archived lead cannot be merged.
merge-refused-merged-away = One of the leads was already merged into another one.
merge-take-apart = Take apart
done-merged = { $other } is part of { $kept } now.
done-apart-again = They are two leads again.
done-taken-apart = { $customer } is a lead of its own again.
done-taken-apart-open = Open it
done-kept-apart = { $one } and { $other } are kept apart.
card-merged = Merged
merged-at = Merged { $at }
merged-away = This lead was merged into another one.
merged-away-into = This lead was merged into { $customer }.
merged-away-how = It can be taken apart again there.
merged-away-open = Open that lead
history-of = of { $customer }, which was merged into this lead
history-of-another = of a lead that was merged into this one
likely-title = { $count ->
    [one] This lead may be here already
   *[other] This lead may be here already: { $count } look the same
}
likely-open = Open
likely-open-named = Open { $customer }
key-duplicates = Leads that may be the same

## Export, selection and printing

desk-menu = More
desk-menu-export = Export leads…
desk-menu-duplicates = Leads that may be the same…
list-name-search = “{ $search }”
selection-label = Selected leads
selection-count = { $count } selected
selection-start = Select leads
selection-merge = Merge…
selection-export = Export…
selection-clear = Clear the selection
row-select = Select { $customer }
key-select = Select the lead, or not
key-select-more = Select the next one too
key-select-none = Clear the selection
key-export = Export leads
key-print = Print the lead
export-title = Export leads
export-what = Which leads
export-marked = The selected ones
export-list = This list
export-all = Everything
export-all-detail = all tabs and stages
export-as = As
export-xlsx = Excel workbook (XLSX)
export-xlsx-for = To read, sort and count, with real dates.
export-csv = CSV
export-csv-for = For any other program; UTF-8.
export-partner-center = Partner Center CSV
export-partner-center-for = To update many leads in Partner Center at once.
export-partner-center-cannot = Without a referral ID, Partner Center does not know them.
export-salesforce = Salesforce CSV
export-salesforce-for = For the import of leads in Salesforce.
export-dynamics-xlsx = Dynamics 365 workbook (XLSX)
export-dynamics-xlsx-for = For the import of leads in Dynamics 365 Sales.
export-dynamics-csv = Dynamics 365 CSV
export-dynamics-csv-for = The same, where CSV is asked for.
export-json = JSON
export-json-for = Everything there is, to move or to keep.
export-vcard = Contacts (vCard)
export-vcard-for = For the address book of a phone or mail.
export-vcard-cannot = They have no contact.
export-calendar = Calendar (.ics)
export-calendar-for = Purchase dates and follow-ups for a calendar.
export-calendar-cannot = They have no purchase date and no follow-up.
export-count = { $count ->
    [one] 1 lead will be written.
   *[other] { $count } leads will be written.
}
export-nothing = There is nothing to write.
export-cannot = { $count ->
    [one] 1 lead cannot be in this format.
   *[other] { $count } leads cannot be in this format.
}
export-splits = Partner Center takes 1,000 at a time, so there will be several files.
export-submit = Export…
export-done = { $count ->
    [one] 1 lead is in { $files } in { $folder }.
   *[other] { $count } leads are in { $files } in { $folder }.
}
export-done-many = { $count } leads are in { $files } and { $more } more in { $folder }.
export-done-left-out = { $count ->
    [one] 1 could not be in this format.
   *[other] { $count } could not be in this format.
}
export-done-shortened = { $count ->
    [one] 1 was shortened: the format takes no longer texts.
   *[other] { $count } were shortened: the format takes no longer texts.
}
lead-menu = More about this lead
lead-print = Print…
lead-vcard = Save as vCard…
lead-calendar = Add to calendar (.ics)…
lead-calendar-note = Purchase date and follow-up
print-dates = Dates
print-notes = Notes
print-change = { $field }: { $before } → { $after }
print-foot = Printed from Hearth on { $at }

## Columns of a table

column-hearth-id = Hearth ID
column-referral-id = Referral ID
column-engagement-id = Engagement ID
column-lead-type = Lead type
column-direction = Direction
column-favorite = Favorite
column-received = Received
column-respond-by = Respond by
column-status = Stage
column-substatus = Outcome
column-microsoft-status = Microsoft referral status
column-accepted = Accepted
column-archived = Archived
column-reason = Reason
column-reason-text = Reason in words
column-closing-notes = Closing notes
column-customer-name = Customer
column-customer-size = Customer size
column-address-line-1 = Address line 1
column-address-line-2 = Address line 2
column-city = City
column-state = State
column-postal-code = Postal code
column-country = Country
column-contact-name = Contact
column-contact-first-name = Contact first name
column-contact-last-name = Contact last name
column-contact-title = Contact title
column-contact-email = Contact e-mail
column-contact-phone = Contact phone
column-contact-mobile = Contact mobile
column-requested-contact = Asked to be contacted
column-contacted = Contacted
column-contacted-way = Contacted by
column-contacted-note = Contact note
column-follow-up-on = Follow-up
column-follow-up-note = Follow-up note
column-need = Need
column-industries = Industries
column-products = Products
column-services = Services
column-solutions = Solutions
column-deal-name = Deal name
column-value = Estimated value
column-currency = Currency
column-purchase-date = Estimated purchase date
column-notes = Notes
column-crm-id = CRM ID
column-campaign-id = Marketing campaign ID
column-team-member = Team member
column-invited-by-id = Invited by (ID)
column-invited-by-name = Invited by
column-invited-by-notes = Invitation notes
column-source-status = Partner Center status
column-source-substatus = Partner Center substatus
column-shared-with-microsoft = Shared with Microsoft
column-group-customer = Customer
column-group-contact = Contact
column-group-need = Need
column-group-deal = Deal
column-group-lead = Lead
column-group-work = Your work
column-group-source = Origin and IDs

## Import: the wizard

key-import = Import leads
import-choose-files = Import files…
import-past = Past imports…
import-watched = Watched folder…
import-left-out = left out
wizard-steps = Steps of the import
wizard-step-files = Files
wizard-step-columns = Columns
wizard-step-check = Check
wizard-continue = Continue
wizard-back = Back
wizard-import = { $count ->
    [one] Import { $count } lead
   *[other] Import { $count } leads
  }
wizard-show-leads = Show the leads
wizard-next-files = Next files
wizard-leave = Leave the import? What you said about the columns is lost.
wizard-leave-yes = Leave
wizard-leave-no = Stay
wizard-waiting = More files have come. They follow after this import.
wizard-cancelled = Cancelled. Nothing was imported.
wizard-cancelling = Cancelling…
wizard-comparing = Comparing with your leads…
wizard-comparing-note = Nothing is changed yet. You see first what would happen.
wizard-writing = { $count ->
    [one] Importing { $count } lead…
   *[other] Importing { $count } leads…
  }
wizard-writing-note = All of them come in together, or none: until the end it can be cancelled without a trace.
wizard-percent = { $percent } %
wizard-rows-done = { $done } of { $total }
wizard-save-failed-rows = Save refused rows…
wizard-save-failed-rows-hint = As a file in the original columns with the reason beside each row
wizard-failed-rows-saved = The refused rows are saved as { $name }. Mend them there and import the file again.

files-remove = Leave out { $name }
files-add = Add files…
files-none = No file is chosen.
files-none-readable = None of these files can be imported.
files-nothing-yet = Nothing is imported before you have seen what would happen.
files-saved-mapping = Its columns are known by your saved mapping “{ $name }”.
files-rows = { $count ->
    [one] { $rows } row
   *[other] { $rows } rows
  }
files-rows-at-least = more than { $rows } rows
format-partner-center-json = Leads of Partner Center (JSON)
format-partner-center-csv = Leads of Partner Center (CSV)
format-leads-analytics = Leads analytics of Partner Center
format-marketplace-lead = Lead of the commercial marketplace
format-salesforce-csv = Leads of Salesforce (CSV)
format-salesforce-json = Leads of Salesforce (JSON)
format-dynamics = Leads of Dynamics 365
format-hearth-table = Leads written by Hearth
format-hearth-json = Leads written by Hearth (JSON)
format-table = A table of another program; you say what its columns are

mapping-intro = Say what each column is. What is not imported stays with the lead as it came.
mapping-recognised = { $format }: recognised; open it only if something is wrong.
mapping-found-again = Found again by its headings: your saved mapping “{ $name }” is applied.
mapping-columns-of = Columns of { $name }
mapping-count = { $imported } of { $total } columns are imported.
mapping-heading = Column of the file
mapping-samples = What stands in it
mapping-is = What it is
mapping-is-of = What “{ $heading }” is
mapping-no-heading = Column { $number }, without heading
mapping-no-samples = empty
mapping-not-imported = Not imported
mapping-used = taken
mapping-nothing-found = Nothing of that name
mapping-no-customer = No column is the customer yet. Choose the one with the company's name.
mapping-twice = More than one column is “{ $column }”. Only one can be.
mapping-lead-type = Type of leads without one
mapping-type-unsaid = As the file says
mapping-currency = Currency of amounts without one
mapping-date-order = Dates are written
mapping-date-year-month-day = Year, month, day
mapping-date-month-day-year = Month, day, year
mapping-date-day-month-year = Day, month, year
mapping-decimal-mark = Amounts are written
mapping-decimal-point = With a decimal point: 1,234.50
mapping-decimal-comma = With a decimal comma: 1.234,50
mapping-example = { $text } is read as { $means }
mapping-example-no-date = { $text } is no date in this order.
mapping-example-no-amount = { $text } is no amount in this way.
mapping-saved-ones = Saved mappings
mapping-none-saved = No mapping is saved yet. One that you save while importing a table is found again by its headings.
mapping-apply = Apply
mapping-apply-name = Apply { $name }
mapping-delete = Delete the mapping { $name }
mapping-name = Save these choices as
mapping-name-hint = A name such as the event or the program the table comes from
mapping-replaces = Replaces the saved one of this name.
mapping-save = Save
mapping-applied = “{ $name }” is applied.
mapping-saved = Saved as “{ $name }”.
mapping-deleted = “{ $name }” is deleted.

check-show = Which rows to show
check-rows = Rows of the import
check-what = What happens
check-file-nothing = Nothing of this file will be imported.
check-no-rows = There are no rows to show.
check-decide = What to do with { $customer }
check-decide-all = For all doubtful rows:
check-fill-in-means = “Fill in” adds to the lead that is here what it lacks, and overwrites nothing.
check-refused-means = Refused rows stay out. Save them as a file, mend them there, and import that file.
check-added-means = A new lead
check-unchanged-means = Is here already, with the same content
outcome-row-all = all rows
outcome-row-added = added
outcome-row-updated = updated
outcome-row-unchanged = unchanged
outcome-row-doubtful = doubtful
outcome-row-set-aside = set aside
outcome-row-refused = refused
decision-add = Add
decision-fill-in = Fill in
decision-leave-out = Leave out
doubt-lead = May be { $customer }, who is here already. { $why }
doubt-row = May be the same as row { $row }, { $customer }. { $why }
plan-added = { $count ->
    [one] { $count } lead will be added
   *[other] { $count } leads will be added
  }
plan-updated = { $count ->
    [one] { $count } will be updated
   *[other] { $count } will be updated
  }
plan-left-out = { $count ->
    [one] { $count } doubtful row is left out
   *[other] { $count } doubtful rows are left out
  }
plan-nothing = There is nothing to import: no row brings anything new.
changes-more = { $count ->
    [one] { $count } more field
   *[other] { $count } more fields
  }
pages-label = Pages
pages-shown = { $from }–{ $to } of { $total }
pages-first = First page
pages-previous = Previous page
pages-next = Next page
pages-last = Last page
done-nothing = None of the rows brought anything new. The leads are as they were before.
done-undo-later = You can take this import back at any time under “Past imports”.
counts-added = { $count } added
counts-updated = { $count } updated
counts-left-out = { $count } left out
counts-set-aside = { $count } set aside
counts-refused = { $count } refused
counts-nothing = Nothing new

## Past imports, and taking one back

imports-title = Past imports
imports-intro = Each import can be taken back as a whole, at any time.
imports-none = No imports yet
imports-none-text = What you import is listed here, and can be taken back.
imports-undo = Undo this import
imports-undo-short = Undo…
imports-undo-of = Undo the import of { $at }
imports-undone = Taken back { $at }
undo-title = Undo this import?
undo-done-title = The import is taken back
undo-removes = { $count ->
    [one] { $count } lead that it added is removed.
   *[other] { $count } leads that it added are removed.
  }
undo-restores = { $count ->
    [one] { $count } lead that it updated is again as it was before.
   *[other] { $count } leads that it updated are again as they were before.
  }
undo-touched = { $count ->
    [one] { $count } lead was worked on since. It stays, unless you choose it below.
   *[other] { $count } leads were worked on since. They stay, unless you choose them below.
  }
undo-touched-title = Worked on since
undo-touched-text = Take back all the same? What was done on a chosen lead since the import is lost.
undo-touched-all = { $count ->
    [one] Take it back all the same
   *[other] Take back all { $count } of them
  }
undo-lead-removed = Would be removed · last changed { $at }
undo-lead-restored = Would be as before the import · last changed { $at }
undo-unlisted = { $count ->
    [one] { $count } more is not listed here.
   *[other] { $count } more are not listed here.
  }
undo-nothing = Nothing of this import is left to take back.
undo-did-remove = { $count ->
    [0] No lead was removed.
    [one] { $count } lead was removed.
   *[other] { $count } leads were removed.
  }
undo-did-restore = { $count ->
    [0] No lead had to be put back.
    [one] { $count } lead is as it was before.
   *[other] { $count } leads are as they were before.
  }
undo-did-leave = { $count ->
    [one] { $count } lead that was worked on since has stayed.
   *[other] { $count } leads that were worked on since have stayed.
  }

## The watched folder

settings-import = Import
watched-title = Watched folder
watched-intro = Files that you put into this folder are imported by themselves while Hearth runs.
watched-none = No folder is watched.
watched-choose = Choose a folder…
watched-choose-other = Choose another folder…
watched-stop = Stop watching
watched-problem = The watched folder cannot be read just now. Hearth keeps trying.
watched-mapping = Mapping for tables of other programs
watched-mapping-none = None: such tables go to “failed”
watched-mapping-hint = Files of known formats, and tables that a saved mapping knows by their headings, need none.
watched-mapping-how = Save a mapping while importing a table; then it can be chosen here.
watched-rule-done = What was imported is moved to the folder “done” in it.
watched-rule-failed = What cannot be imported is moved to “failed”, and the bell says why.
watched-rule-doubtful = Rows that may be a lead you already have are left out. Each import can be taken back.
arrival-imported = Imported from the watched folder
arrival-failed = Not imported from the watched folder
arrival-imports = Past imports
# What an exported calendar calls its events.


## The terminal

cli-no-lead = There is no such lead.
cli-no-leads = No leads.
cli-no-duplicates = No two leads look the same.
cli-no-imports = Nothing was imported yet.
cli-no-database = There is no database of Hearth in { $path }.
cli-no-file = There is no such file: { $path }
cli-no-import = There is no import { $id }.
cli-no-mapping = No mapping is saved as “{ $name }”.
cli-no-rows = no rows
cli-exists = { $path } is there already. --force replaces it.
cli-window-runs = Hearth is running on this database. Quit it first.
cli-not-a-backup = This is no database of Hearth: { $path }
cli-itself = That file is the database itself.
cli-nothing-imported = Nothing was imported: none of the files could be read.
cli-several-files = This export has several files; name a file instead of -.
cli-unreadable = { $argument } cannot be understood: { $value }
cli-conflict = The lead was changed in the meantime. Nothing was changed now.
cli-internal = Something went wrong in Hearth (report { $report }). Nothing was changed.
cli-not-in-stage = This cannot be done: the lead is { $stage }.
cli-head-id = No.
cli-head-about = About
cli-revision = Revision
cli-referral-id = Referral ID
cli-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
  }
cli-comparing = Comparing
cli-importing = Importing
cli-writing = Writing
cli-dry-run = Nothing was changed. This would happen:
cli-doubtful = doubtful
cli-left-out = left out
cli-doubt-added = { $customer } may be { $other } ({ $values }); added
cli-doubt-filled-in = { $customer } may be { $other } ({ $values }); what was missing there is filled in
cli-doubt-left-out = { $customer } may be { $other } ({ $values }); left out
cli-imported-as = This is import { $id }. It can be taken back: hearth-cli undo-import { $id }
cli-failed-rows = The rows that were not taken: { $path }
cli-taken-back = taken back
cli-undo-removed = { $count ->
    [one] { $count } lead removed
   *[other] { $count } leads removed
  }
cli-undo-restored = { $count ->
    [one] { $count } lead as it was before
   *[other] { $count } leads as they were before
  }
cli-undo-left = { $count ->
    [one] { $count } lead left, since it was worked on
   *[other] { $count } leads left, since they were worked on
  }
cli-exported = { $count ->
    [one] { $count } lead written
   *[other] { $count } leads written
  }
cli-export-left-out = { $count ->
    [one] { $count } lead left out: the format cannot hold it
   *[other] { $count } leads left out: the format cannot hold them
  }
cli-export-shortened = { $count ->
    [one] { $count } lead shortened to what the format can hold
   *[other] { $count } leads shortened to what the format can hold
  }
cli-backed-up = The database is kept in { $path }.
cli-restored = { $count ->
    [one] The backup is in place, with { $count } lead.
   *[other] The backup is in place, with { $count } leads.
  }
cli-restored-kept = The database that was there is kept: { $path }
cli-check-sound = { $count ->
    [one] Nothing is wrong. { $count } lead.
   *[other] Nothing is wrong. { $count } leads.
  }
cli-check-outdated = An older Hearth wrote it; it is upgraded when it is opened.
cli-check-dangling = { $count ->
    [one] { $count } row belongs to nothing.
   *[other] { $count } rows belong to nothing.
  }
cli-check-search = { $count ->
    [one] { $count } lead is not found by what is in it.
   *[other] { $count } leads are not found by what is in them.
  }
cli-check-keys = { $count ->
    [one] The duplicates of { $count } lead are not found.
   *[other] The duplicates of { $count } leads are not found.
  }

## Rows that were not imported

import-failed-name = { $name } - not imported
import-left-out-lead = May be the same as the lead of { $customer } ({ $values })
import-left-out-row = May be the same as row { $row }, { $customer } ({ $values })

## Files in and out, outside the window

import-save-failed-title = Save the rows that were not taken
export-save-title = Export leads
# $date: such as 2026-11-24
export-name-leads = hearth-leads-{ $date }
export-name-partner-center = partner-center-leads-{ $date }
export-name-salesforce = salesforce-leads-{ $date }
export-name-dynamics = dynamics-leads-{ $date }
export-name-contacts = hearth-contacts-{ $date }
export-name-calendar = hearth-dates-{ $date }
watch-choose-title = Choose the folder to watch

## The desk of a million leads

tab-all = All leads

## Filters

filter-open = Filter
filter-open-set = Filter ({ $count } set)
filter-label = Filters
filter-bar = Filters and views
filter-title = Filter the leads
filter-fields = What to filter by
filter-clear = Clear the filters
filter-done = Done
filter-shown = { $count ->
    [one] { $count } lead in this list
   *[other] { $count } leads in this list
  }
filter-field-is = State
filter-field-country = Country
filter-field-currency = Currency
filter-field-value = Value
filter-field-purchase = Purchase date
filter-field-campaign = Campaign
filter-field-reason = Decline reason
filter-field-employee = Employee
filter-yes = Yes
filter-no = No
# $what: a state such as "Contacted", $answer: yes or no
filter-state = { $what }: { $answer }
filter-exclude = All but these
filter-from = From
filter-to = To
filter-least = At least
filter-most = At most
filter-amount-hint = In each lead’s own currency.
filter-dates-hint = A day, such as 2026-11-20.
filter-find = Find a value
filter-add-value = Add “{ $value }”
filter-no-values = No lead has such a value.
filter-no-value-yet = No lead has a value here yet.
filter-quick = Quick choices
# $length: such as 7 days
filter-last = Last { $length }
filter-ago = More than { $length } ago
filter-within = Within { $length }
filter-beyond = In more than { $length }
filter-due = Due
filter-today = Today
filter-yesterday = Yesterday
filter-tomorrow = Tomorrow
filter-is-set = set
filter-own-range = Or from a day to a day
filter-without = Without
filter-with = With any
filter-clear-one = Clear this filter

filter-is-hot = Customer waits for a contact
filter-is-not-hot = No customer waiting
filter-is-lapsed = 72 hours passed
filter-is-not-lapsed = 72 hours not passed
filter-is-unanswered = Unanswered
filter-is-not-unanswered = Answered
filter-is-contacted = Contacted
filter-is-not-contacted = Not contacted
filter-is-favorite = Favorite
filter-is-not-favorite = No favorite
filter-is-snoozed = Snoozed
filter-is-not-snoozed = Not snoozed
filter-is-sample = Sample lead
filter-is-not-sample = No sample lead

## Chips

# $field: such as "Country", $value: such as "South Korea"
chip-is = { $field }: { $value }
chip-is-not = { $field }: not { $value }
# $chip: the words of a chip
chip-not = Not: { $chip }
chip-or = { $one } or { $other }
chip-over = { $field } over { $value }
chip-at-least = { $field } from { $value }
chip-under = { $field } under { $value }
chip-at-most = { $field } up to { $value }
chip-between = { $field } from { $from } to { $until }
chip-after = { $field } after { $value }
chip-since = { $field } from { $value } on
chip-before = { $field } before { $value }
chip-until = { $field } until { $value }
# $length: such as "7 days"
chip-past-within = { $field } in the last { $length }
chip-past-beyond = { $field } more than { $length } ago
chip-next-within = { $field } within { $length }
chip-next-beyond = { $field } in more than { $length }
chip-none = { $field }: none
chip-set = { $field }: any
chip-due = { $field }: due
chip-today = today
chip-yesterday = yesterday
chip-tomorrow = tomorrow
chip-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
  }
chip-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
  }
chip-weeks = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
  }
chip-edit = Change the filter: { $chip }
chip-remove = Remove the filter: { $chip }

# $name, $value: as typed
query-unknown-field = There is no filter “{ $name }”.
query-unknown-field-nearest = There is no filter “{ $name }”. Did you mean “{ $nearest }”?
query-use = Use “{ $value }”
query-no-value = { $field }: nothing chosen yet
query-unknown-value = “{ $value }” is no { $field } that Hearth knows.
query-not-a-number = { $field }: “{ $value }” is not a number.
query-not-a-date = { $field }: “{ $value }” is not a date, such as 2026-11-20 or <7d.
query-empty-range = { $field }: the end of “{ $value }” lies before its beginning.
query-too-many = The search has more parts than Hearth reads. “{ $value }” is left out.
query-part-remove = Remove “{ $value }” from the search

## A list without results

# What was searched: words, filters or both
nothing-by-words = Nothing found in this list
nothing-by-filters = No lead in this list fits the filters
nothing-by-both = Nothing found in this list with these filters
nothing-elsewhere = There are matches elsewhere:
nothing-words-anywhere = No lead matches. The search looks at customer, contacts, e-mail, phone, deal, notes, city, CRM ID and campaign ID.
nothing-filters-anywhere = No lead fits these filters.
nothing-both-anywhere = No lead fits both the search and the filters.
nothing-search-all = { $count ->
    [one] { $count } in all leads
   *[other] { $count } in all leads
  }
nothing-clear-all = Clear search and filters
list-empty-all = No leads here

## Saved views

views-label = Views
views-show = Show the side bar
views-hide = Hide the side bar
views-open = Views
views-saved = Saved views
views-empty = A saved view keeps a search with its filters, order and columns under a name.
views-all = All leads
views-save-as = Save as view…
views-save-changes = Save changes
views-changed = changed
views-start = Hearth opens with this view
views-unread = Its filters are not understood any more
views-menu = More for { $name }
views-rename = Rename…
views-up = Move up
views-down = Move down
views-start-on = Open Hearth with it
views-start-off = Do not open Hearth with it
views-delete = Delete
views-deleted = The view { $name } is deleted.
views-saved-as = The view { $name } is saved.
views-moved = { $name } is now at place { $place } of { $count }.
views-save-title = Save as view
views-rename-title = Rename the view
views-name = Name
views-name-taken = Another view has this name.
views-keeps = What it keeps
views-save = Save
views-query-invalid = The search holds a filter that is not understood. Please correct it first: { $parts }
## Keys: the actions of the desk by name, the overview, the palette and the settings of keys

key-add-employee = Add an employee
key-wake = End the snooze
key-clear-follow-up = Clear the follow-up
key-vcard = Save the contact as a vCard
key-calendar = Add the dates to a calendar
key-past-imports = Past imports
key-outbox = Outbox
key-reminders = Reminders
key-filter = Filter the list
key-save-view = Save the list as a view
key-received = Show received leads
key-accepted = Show accepted leads
key-archived = Show archived leads
key-marketplace = Show marketplace leads
key-qualified = Show qualified leads
key-favorites = Show favorites
key-select-less = Select the previous one too
key-select-all = Select all that match
key-bulk = Change the selected leads
key-add = Add a lead
key-palette = Find any action or lead
key-undo = Undo the last action
key-board = Board or list
key-side-bar = Show or hide the side bar
key-settings = Settings
keys-group-work = Work the open lead
keys-group-list = Move and find
keys-group-select = Select
keys-group-leads = Leads in and out
keys-group-window = Window
keys-find = Find a key
keys-none-found = No action is called that.
keys-change-all = Change keys…
undo-nothing-left = There is nothing to undo.
palette-title = Find any action or lead
palette-placeholder = Type an action, a customer, a contact, a phone number…
palette-recent = Recent
palette-actions = Actions
palette-leads = Leads
palette-views = Saved views
palette-settings = Settings
palette-found = { $count ->
    [0] Nothing found
    [one] { $count } result
   *[other] { $count } results
}
palette-nothing = Nothing is called that, and no lead has it.
palette-foot-move = move
palette-foot-choose = choose
palette-foot-close = close
settings-keys = Keys
settings-keys-hint = Choose a key, then press the new one. Changes work at once.
settings-keys-reset-all = Reset all keys
settings-keys-reset = Back to { $key }: { $action }
settings-keys-reset-none = No key again: { $action }
settings-key-button = { $action }: { $key }
settings-key-none = No key
settings-key-press = Press a key…
settings-key-listening = Press the new key. Backspace takes the key away, Esc leaves it as it was.
settings-key-taken = { $key } is the key of “{ $other }”.
settings-key-take = Take it over
settings-key-leave = Leave it there
settings-key-moves = { $key } moves through the window and cannot be changed. Press another key.
settings-key-system = { $key } belongs to the system. Press another key.
settings-key-text = { $key } edits text. Press another key.
settings-key-zoom = { $key } changes the size of the window’s content. Press another key.
settings-key-saved = { $action }: { $key }

## Saved views: what is wrong with a field

problem-taken = Another view has this name.
problem-not-understood = A part of this query is not understood.
problem-too-many = There is no room for one more. Remove one first.
## The list: columns, density, everything that matches

list-column-email = E-mail
list-column-phone = Phone
list-column-campaign = Campaign
list-column-keys = Enter sorts. Shift and an arrow resize, Alt and an arrow move, Delete removes the column.
list-columns = Columns
list-dense = Dense rows
list-stage-all = All
list-found-in = { $field }:
list-employees-more = { $name } +{ $more }
list-splitter = Width of the list
selection-everything = All { $count } selected
selection-all = Select all { $count }
## Actions on many leads

bulk-menu = Actions
bulk-menu-label = Actions on the selected leads
bulk-decline = Decline…
bulk-contacted = Mark as contacted…
bulk-favorite = Add to favorites…
bulk-unfavorite = Remove from favorites…
bulk-employee = Add employee…
bulk-campaign = Set campaign…
bulk-export = Export…
bulk-title-decline = Decline the selected leads
bulk-title-contacted = Mark the selected leads as contacted
bulk-title-favorite = Add the selected leads to favorites
bulk-title-unfavorite = Remove the selected leads from favorites
bulk-title-employee = Add an employee to the selected leads
bulk-title-campaign = Set the campaign of the selected leads
bulk-selected = { $count ->
    [one] 1 lead selected
   *[other] { $count } leads selected
}
bulk-decline-intro = They are archived as declined, all with one reason. A notice to each customer is put in the outbox, and you send it from there.
bulk-campaign-id = Marketing campaign ID
bulk-campaign-hint = Leave it empty to take the campaign away.
bulk-campaigns-known = Campaigns in use
bulk-preview = Preview
bulk-foreseeing = { $count ->
    [one] Looking at the lead…
   *[other] Looking at { $count } leads…
}
bulk-will-decline = { $count ->
    [one] 1 lead will be declined
   *[other] { $count } leads will be declined
}
bulk-will-contacted = { $count ->
    [one] 1 lead will be marked as contacted
   *[other] { $count } leads will be marked as contacted
}
bulk-will-favorite = { $count ->
    [one] 1 lead will be a favorite
   *[other] { $count } leads will be favorites
}
bulk-will-unfavorite = { $count ->
    [one] 1 lead will be removed from favorites
   *[other] { $count } leads will be removed from favorites
}
bulk-will-employee = { $count ->
    [one] 1 lead will get this employee
   *[other] { $count } leads will get this employee
}
bulk-will-campaign = { $count ->
    [one] 1 lead will get this campaign
   *[other] { $count } leads will get this campaign
}
bulk-will-no-campaign = { $count ->
    [one] The campaign will be taken from 1 lead
   *[other] The campaign will be taken from { $count } leads
}
bulk-none-there = None of the selected leads is there any more
bulk-none-decline = { $count ->
    [one] The selected lead cannot be declined
   *[other] None of the { $count } selected leads can be declined
}
bulk-none-contacted = { $count ->
    [one] The selected lead will not be marked as contacted
   *[other] None of the { $count } selected leads will be marked as contacted
}
bulk-none-favorite = { $count ->
    [one] Nothing to do: the selected lead stays as it is
   *[other] Nothing to do: all { $count } selected leads stay as they are
}
bulk-none-unfavorite = { $count ->
    [one] Nothing to do: the selected lead stays as it is
   *[other] Nothing to do: all { $count } selected leads stay as they are
}
bulk-none-employee = { $count ->
    [one] The selected lead will not get this employee
   *[other] None of the { $count } selected leads will get this employee
}
bulk-none-campaign = { $count ->
    [one] The selected lead will not get this campaign
   *[other] None of the { $count } selected leads will get this campaign
}
bulk-none-no-campaign = { $count ->
    [one] The campaign will not be taken from the selected lead
   *[other] The campaign will be taken from none of the { $count } selected leads
}
# The first customers by name, and how many leads there are besides.
bulk-examples-more = { $names } and { $more } more
bulk-notices = { $count ->
    [one] 1 customer will be told: a notice is put in the outbox
   *[other] { $count } customers will be told: a notice for each is put in the outbox
}
bulk-undo-within = { $count ->
    [one] All of it can be undone for 1 second
   *[other] All of it can be undone for { $count } seconds
}
bulk-no-undo = It cannot be undone: undo is switched off in the settings
bulk-left-out = { $count ->
    [one] 1 lead stays as it is
   *[other] { $count } leads stay as they are
}
bulk-why-received = Not accepted yet: only an accepted lead has a deal
bulk-why-accepted = Accepted already: only received leads can be declined
bulk-why-archived = Archived: what is archived stays as it is
bulk-why-past-respond-by = The time to respond is over
bulk-why-declined-already = Declined already
bulk-why-contacted-already = Marked as contacted already
bulk-why-favorite-already = Favorites already
bulk-why-no-favorite-already = Not among the favorites
bulk-why-employee-already = This employee is on it already
bulk-why-campaign-already = Has this campaign already
bulk-why-no-campaign-already = Has no campaign
bulk-why-changed-since = Changed by somebody after the preview
bulk-why-too-many = Has as many employees as a lead can have
bulk-submit-decline = { $count ->
    [one] Decline 1 lead
   *[other] Decline { $count } leads
}
bulk-submit-contacted = { $count ->
    [one] Mark 1 lead as contacted
   *[other] Mark { $count } leads as contacted
}
bulk-submit-favorite = { $count ->
    [one] Add 1 lead to favorites
   *[other] Add { $count } leads to favorites
}
bulk-submit-unfavorite = { $count ->
    [one] Remove 1 lead from favorites
   *[other] Remove { $count } leads from favorites
}
bulk-submit-employee = { $count ->
    [one] Add the employee to 1 lead
   *[other] Add the employee to { $count } leads
}
bulk-submit-campaign = { $count ->
    [one] Set the campaign of 1 lead
   *[other] Set the campaign of { $count } leads
}
bulk-submit-no-campaign = { $count ->
    [one] Take the campaign from 1 lead
   *[other] Take the campaign from { $count } leads
}
bulk-back = Back
bulk-close = Close
bulk-look-again = Look again
bulk-plan-gone = This preview does not hold any more. Look again, then go on.
bulk-running-decline = Declining leads
bulk-running-contacted = Marking leads as contacted
bulk-running-favorite = Adding leads to favorites
bulk-running-unfavorite = Removing leads from favorites
bulk-running-employee = Adding the employee
bulk-running-campaign = Setting the campaign
bulk-running-no-campaign = Taking the campaign away
bulk-running-undo = Taking it back
bulk-running-note = All of it is saved together at the end. If you cancel, nothing is changed.
bulk-progress = { $done } of { $total }
bulk-cancel = Cancel
bulk-cancelling = Cancelling…
bulk-in-background = Go on working
bulk-bar-label = Action on many leads
bulk-done-decline = { $count ->
    [one] 1 lead declined. A notice is in the outbox.
   *[other] { $count } leads declined. The notices are in the outbox.
}
bulk-done-contacted = { $count ->
    [one] 1 lead marked as contacted.
   *[other] { $count } leads marked as contacted.
}
bulk-done-favorite = { $count ->
    [one] 1 lead added to favorites.
   *[other] { $count } leads added to favorites.
}
bulk-done-unfavorite = { $count ->
    [one] 1 lead removed from favorites.
   *[other] { $count } leads removed from favorites.
}
bulk-done-employee = { $count ->
    [one] The employee is on 1 lead more.
   *[other] The employee is on { $count } leads more.
}
bulk-done-campaign = { $count ->
    [one] The campaign of 1 lead is set.
   *[other] The campaign of { $count } leads is set.
}
bulk-done-no-campaign = { $count ->
    [one] The campaign is taken from 1 lead.
   *[other] The campaign is taken from { $count } leads.
}
bulk-done-left-out = { $count ->
    [one] 1 stayed as it was.
   *[other] { $count } stayed as they were.
}
bulk-done-nothing = No lead was changed.
bulk-cancelled = Cancelled. No lead was changed.
bulk-undone = { $count ->
    [one] Undone: 1 lead is as it was.
   *[other] Undone: { $count } leads are as they were.
}
bulk-undone-stayed = { $count ->
    [one] 1 stayed: it was worked on since, or its notice has been sent.
   *[other] { $count } stayed: they were worked on since, or their notices have been sent.
}
bulk-one-at-a-time = One action on many leads after the other: the last one is not done yet.
bulk-nothing-selected = No lead is selected.

## The board

look-label = How the desk looks
look-list = List
look-board = Board
board-label = Leads by stage
board-move = Move to…
board-move-title = Move { $customer } to
board-close-title = { $customer }: won or lost?
board-drop-accept = Accept…
board-drop-decline = Decline…
board-drop-won = Archive as won…
board-drop-lost = Archive as lost…
board-drop-close = Archive as won or lost…
board-stays-archived = What is archived stays archived.
board-stays-not-back = What is accepted cannot go back to Received.
board-stays-overdue = The time to respond is over.
board-stays-not-received = Only a received lead can be accepted or declined.
board-stays-not-accepted = Only an accepted lead can be won or lost.
key-move = Move the card
key-bulk-decline = Decline the selected leads
key-bulk-contacted = Mark the selected leads as contacted
key-bulk-favorite = Add the selected leads to favorites
key-bulk-unfavorite = Remove the selected leads from favorites
key-bulk-employee = Add an employee to the selected leads
key-bulk-campaign = Set the campaign of the selected leads
board-nothing-here = Nothing here matches
board-close-lead = Back to the board
