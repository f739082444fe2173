### Hearth: every text that a person reads, in English. Read by the window and by the system side.

hearth = Hearth
