"""How large a file, and what is in it, may be."""

MOST_BYTES = 8 * 1024 * 1024
MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_CHARACTERS = 10_000_000
LONGEST_CELL = 32_767

MOST_ENTRIES = 100
MOST_UNPACKED = 50 * 1024 * 1024
MOST_RATIO = 100
# A small entry may be all blanks; only what also grows large is a bomb.
RATIO_FROM = 1024 * 1024

MOST_ELEMENTS = 300_000
DEEPEST = 50

MEMORY = 300 * 1024 * 1024
SECONDS = 10
