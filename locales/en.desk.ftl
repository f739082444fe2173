### The desk: the frame of the window, the list, import, bell, outbox, settings, trouble.

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
error-not-allowed-stage = This cannot be done in the stage that the lead is in now.
error-not-allowed-past-respond-by = The time to respond is over; the lead has expired.
error-not-allowed-undo-over = The time to undo is over.
error-not-allowed-undo-overtaken = It cannot be undone any more: the lead was changed since.
error-not-allowed-notice-left = It cannot be undone any more: the notice has been sent.

## Adding a lead

add-a-lead = Add a lead

## The frame

desk-opening = Opening the desk…
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
search-nothing-here = Nothing found in this list
search-matches-elsewhere = There are matches elsewhere:
search-nothing-anywhere = No lead matches. The search looks at customer, contact, deal, notes and CRM ID.
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
footer-favorite = favorite
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
key-search = Search
key-next = Next lead
key-previous = Previous lead
key-open = Open the lead
key-favorite = Add to or remove from favorites
key-overview = This overview
key-zoom-in = Larger
key-zoom-out = Smaller
key-zoom-reset = Original size

## First run and samples

first-run-title = Which customer is waiting?
first-run-text = Bring in the leads that Microsoft sent you. Hearth keeps them on this computer and reminds you before one goes cold.
first-run-import = Import leads
first-run-import-text = JSON of the Referrals API, or the CSV of Partner Center
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
import-running = { $count ->
    [one] Importing a file…
   *[other] Importing { $count } files…
  }
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
import-refused-rows = Refused rows
import-row = Row
import-column = Column
import-value = Value
import-reason = Reason
import-more-refused = { $count ->
    [one] { $count } more row was refused.
   *[other] { $count } more rows were refused.
  }
import-done = Done

problem-file-unreadable = The system would not let the file be read: { $message }
problem-file-empty = The file is empty.
problem-file-too-large = The file has { $size } MB; Hearth reads up to { $limit } MB.
problem-file-bad-encoding = Line { $line } is neither UTF-8 nor UTF-16 text.
problem-file-not-leads = This is neither the JSON nor the CSV of leads.
problem-file-web-page = This is a web page, not leads.
problem-file-error-reply = This is an error reply of Partner Center: { $message }
problem-file-cut-off = The file stops in the middle, in line { $line }.
problem-file-bad-json = The JSON is broken in line { $line }, column { $column }.
problem-file-missing-columns = These columns are missing: { $columns }

advice-file-unreadable = Check the rights of the file, and whether another program has it open.
advice-file-too-large = Export fewer leads at a time.
advice-file-bad-encoding = Save it as UTF-8 and import it again.
advice-file-not-leads = Choose the file that the Referrals API or the export of Partner Center gave.
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
refused-repeated = The same referral ID stands further up

## Bell

bell-label = Reminders
bell-label-unread = Reminders, { $count } unread
bell-empty = No reminders yet
bell-empty-text = Hearth reminds you before a waiting customer's 72 hours are over, and before a lead expires.
bell-new = New
bell-not-shown = Could not be shown: { $reason }
bell-hot-arrived = A customer asks to be contacted
bell-hot-24h = 24 hours left to contact the customer
bell-hot-4h = 4 hours left to contact the customer
bell-hot-1h = 1 hour left to contact the customer
bell-hot-lapsed = The 72 hours to contact the customer have passed
bell-respond-3d = 3 days left to respond
bell-respond-1d = 1 day left to respond
notifications-failing = Bubbles do not arrive: { $reason }. The bell keeps every reminder.

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
settings-closing-quit = Quit
settings-closing-hint = The alarm rings only while Hearth runs.
settings-closing-no-tray = No tray can be seen, so closing the window quits Hearth.
settings-data = Data folder
settings-open-folder = Open data folder
settings-remove-samples = { $count ->
    [one] Remove { $count } sample lead
   *[other] Remove { $count } sample leads
  }
settings-version = Hearth { $version }

## Closing

closing-title = Keep the alarm running?
closing-text = Hearth can stay in the tray and go on reminding you of waiting customers. The settings can change this later.
closing-keep = Keep the alarm running in the tray
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
