"""What ties the panels to the session: each file one matter that the user deals with."""
