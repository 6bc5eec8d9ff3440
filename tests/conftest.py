"""Properties are tried on the same examples at every run, so that a red run is of the change; EXAMPLES asks for more."""

import os

from hypothesis import settings

settings.register_profile("the same", derandomize="EXAMPLES" not in os.environ, deadline=None)
settings.load_profile("the same")
