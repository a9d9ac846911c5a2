"""The yearly report to the council (Sachstandsbericht): from the records to a frozen paper and its faces."""
