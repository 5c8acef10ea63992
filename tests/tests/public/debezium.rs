//! Debezium, change data capture (its documentation, "Topic names" of the connectors), under the prefix `shop`.

topics::topics! {
    enum ChangeTopic;

    shop as SchemaChanges;
    shop.transaction;
    shop.<database>.<table> as Rows;
    shop.<database>.<schema>.<table> as RowsOfSchema;
    __debezium-heartbeat.shop as Heartbeat;
}

#[test]
fn changes() {
    super::check::<ChangeTopic<'_>>(
        &[
            "shop",
            "shop.transaction",
            "shop.inventory.orders",
            "shop.inventory.dbo.orders",
            "__debezium-heartbeat.shop",
        ],
        &[
            "shop.inventory",
            "shop.inventory.dbo.orders.7",
            "__debezium-heartbeat",
            "store.inventory.orders",
        ],
    );
}
