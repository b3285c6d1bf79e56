"""Reports where sources conflict and where only time has passed."""
