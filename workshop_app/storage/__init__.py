"""The programme's file: schema, reading, writing, history, backups, health. One SQLite file, one connection."""
