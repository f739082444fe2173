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
