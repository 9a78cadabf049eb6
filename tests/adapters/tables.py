"""The tables that the adapters need, with the keys and indexes that the template gives them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_dynamodb.type_defs import (
        AttributeDefinitionTypeDef,
        CreateTableInputTypeDef,
        GlobalSecondaryIndexTypeDef,
        KeySchemaElementTypeDef,
    )

type Columns = tuple[str, ...]
NUMBERS = {"seq", "position"}


def create(client: "DynamoDBClient", name: str, key: Columns, **indexes: Columns) -> str:
    """A table, with an index `by-x` for each `by_x`. Columns: the hash key, maybe the range key."""
    columns = dict.fromkeys([*key, *(column for index in indexes.values() for column in index)])
    attributes: list[AttributeDefinitionTypeDef] = [
        {"AttributeName": column, "AttributeType": "N" if column in NUMBERS else "S"}
        for column in columns
    ]
    described: list[GlobalSecondaryIndexTypeDef] = [
        {
            "IndexName": index.replace("_", "-"),
            "KeySchema": _schema(columns),
            "Projection": {"ProjectionType": "ALL"},
        }
        for index, columns in indexes.items()
    ]
    request: CreateTableInputTypeDef = {
        "TableName": name,
        "BillingMode": "PAY_PER_REQUEST",
        "KeySchema": _schema(key),
        "AttributeDefinitions": attributes,
    }
    if described:
        request["GlobalSecondaryIndexes"] = described
    client.create_table(**request)
    return name


def _schema(columns: Columns) -> "list[KeySchemaElementTypeDef]":
    schema: list[KeySchemaElementTypeDef] = [{"AttributeName": columns[0], "KeyType": "HASH"}]
    if len(columns) > 1:
        schema.append({"AttributeName": columns[1], "KeyType": "RANGE"})
    return schema
