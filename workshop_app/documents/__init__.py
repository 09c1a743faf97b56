"""What goes on paper: plain data in, PDF bytes out. Knows neither the programme, nor files, nor Qt."""
