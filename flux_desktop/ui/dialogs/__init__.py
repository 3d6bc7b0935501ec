"""The dialogs: settings and keys, export, what is sent, keyboard, about."""
