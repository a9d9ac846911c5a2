"""The dashboard that people see: pages, forms, charts, routes and every German word of the screen."""
