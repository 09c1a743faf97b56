"""The page that is up, as a programme remembers it."""

PLACE = "place"  # the draft with the page's name
BOARD = "board"
BOARD_SHOWN = "board/shown"  # the draft that remembers whether that page is a board, a list, or both
