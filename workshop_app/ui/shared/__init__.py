"""What students see and touch. Built from audience types alone; gestures go out through a command port."""
