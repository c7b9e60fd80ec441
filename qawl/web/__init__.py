"""The web pages: a library in the browser, in Arabic and English. `qawl.web.app.application` is the whole of it."""
