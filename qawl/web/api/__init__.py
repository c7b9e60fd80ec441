"""The API: what the pages show as JSON, CSV and JSONL, under ``/api``. `routes.ROUTES` is the whole of it; nothing in it writes."""
