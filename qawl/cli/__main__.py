"""`python -m qawl.cli` is the command `qawl`."""

import sys

from qawl.cli import main

sys.exit(main())
