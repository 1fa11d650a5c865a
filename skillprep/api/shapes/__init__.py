"""What goes in and out as JSON: strict models, from which the OpenAPI document is made. No rules, no I/O."""
