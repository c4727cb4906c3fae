"""What programs subscribe to: feeds of what was recorded, calendars of deadlines."""
