"""How fast the app is, measured with its own windows and files, each figure beside a floor from the same run.

    python -m benchmarks board|touch|startup|pages|storage|documents|packs [--json] [--small]

A floor is the least that the same work could cost: the bare blit, the bare commit, an empty window. Figures in `_ms`
are milliseconds, in `_mb` megabytes of 2**20 bytes, and `_over_floor` says how many times the floor.
"""
