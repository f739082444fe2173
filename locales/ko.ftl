### Hearth: 사람이 읽는 모든 글, 한국어.

hearth = Hearth
