"""The rooms of the road, one package each; a handler is functions.<room>.handler.lambda_handler."""
