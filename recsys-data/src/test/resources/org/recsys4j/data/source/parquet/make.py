"""Makes the files beside this one: 300 made-up events in many ways of writing them (pyarrow 25.0)."""

import datetime
import decimal

import pyarrow as pa
import pyarrow.parquet as pq

N = 300
USER = [f"u{i * i % 17}é" for i in range(N)]
USER_NUMBER = [i * i % 17 for i in range(N)]
ITEM = [(i * 7) % 23 - 3 for i in range(N)]
VALUE = [(i % 10) / 2 for i in range(N)]
TIME = [1361966450 + 37 * i for i in range(N)]
OTHER = [None if i % 3 == 0 else i for i in range(N)]
NESTED = [[{"a": i}] * (i % 3) for i in range(N)]


def table(user=None, item=None, value=None, time=None):
    return pa.table(
        {
            "nested": pa.array(NESTED),
            "other": pa.array(OTHER, pa.int32()),
            "user": user if user is not None else pa.array(USER),
            "item": item if item is not None else pa.array(ITEM, pa.int64()),
            "value": value if value is not None else pa.array(VALUE, pa.float32()),
            "time": time if time is not None else pa.array([1000 * t + 999 for t in TIME], pa.timestamp("ms", "UTC")),
        }
    )


pq.write_table(table(), "snappy.parquet")
pq.write_table(
    table(item=pa.array(ITEM, pa.int32()), value=pa.array(VALUE, pa.float64()), time=pa.array([10**6 * t for t in TIME], pa.timestamp("us"))),
    "gzip-groups.parquet",
    compression="gzip",
    row_group_size=70,
    data_page_size=200,
    write_batch_size=13,
    write_page_checksum=True,
)
pq.write_table(
    table(time=pa.array([10**9 * t for t in TIME], pa.timestamp("ns"))),
    "zstd-delta.parquet",
    compression="zstd",
    data_page_version="2.0",
    use_dictionary=False,
    version="2.6",
    row_group_size=170,
    column_encoding={
        "user": "DELTA_BYTE_ARRAY",
        "item": "DELTA_BINARY_PACKED",
        "value": "BYTE_STREAM_SPLIT",
        "time": "DELTA_BINARY_PACKED",
        "other": "PLAIN",
        "nested.list.element.a": "PLAIN",
    },
    store_schema=False,
)
pq.write_table(
    table(item=pa.array(ITEM, pa.int32()), time=pa.array(TIME, pa.int64())),
    "lz4-delta-length.parquet",
    compression="lz4",
    data_page_version="2.0",
    use_dictionary=False,
    column_encoding={
        "user": "DELTA_LENGTH_BYTE_ARRAY",
        "item": "DELTA_BINARY_PACKED",
        "value": "PLAIN",
        "time": "PLAIN",
        "other": "PLAIN",
        "nested.list.element.a": "PLAIN",
    },
)
pq.write_table(
    table(
        value=pa.array([decimal.Decimal(str(v)).quantize(decimal.Decimal("0.01")) for v in VALUE], pa.decimal128(9, 2)),
        time=pa.array([10**9 * t for t in TIME], pa.timestamp("ns")),
    ),
    "plain-int96.parquet",
    compression="none",
    use_dictionary=False,
    use_deprecated_int96_timestamps=True,
    store_decimal_as_integer=True,
)
schema = pa.schema(
    [
        pa.field("user", pa.string(), False),
        pa.field("item", pa.int64(), False),
        pa.field("value", pa.float32(), False),
        pa.field("time", pa.string(), False),
        pa.field("day", pa.date32(), False),
        pa.field("unsigned", pa.uint64(), False),
        pa.field("flag", pa.bool_(), False),
    ]
)
pq.write_table(
    pa.table(
        {
            "user": USER,
            "item": ITEM,
            "value": VALUE,
            "time": [datetime.datetime.fromtimestamp(t, datetime.timezone.utc).isoformat() for t in TIME],
            "day": [datetime.date.fromtimestamp(86400 * (t // 86400)) for t in TIME],
            "unsigned": [2**64 - 1 - i for i in range(N)],
            "flag": [i % 2 == 0 for i in range(N)],
        },
        schema=schema,
    ),
    "required.parquet",
)
pq.write_table(pa.table({"user": USER[:3], "item": [1, None, 3], "value": [1.0, 2.0, float("nan")]}), "missing.parquet")
pq.write_table(pa.table({"user": USER, "item": ITEM}), "brotli.parquet", compression="brotli")
pq.write_table(pa.table({"user": USER[:3], "item": [1, 2, 3], "value": [1.0, 2.0, 3.0], "time": [5, 6, 7]}), "small.parquet", store_schema=False)
