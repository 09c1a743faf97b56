"""The windows: Qt and nothing but. Pages show, the workspace decides."""
