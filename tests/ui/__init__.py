"""Tests of the real app's windows. They run offscreen unless the environment names another platform."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
