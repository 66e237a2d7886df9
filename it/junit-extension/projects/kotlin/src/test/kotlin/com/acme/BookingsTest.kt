package com.acme

import dev.ensuregsis.junit.EnsureGsis
import dev.ensuregsis.junit.EnsureGsisExtension
import dev.ensuregsis.junit.Gsi
import dev.ensuregsis.junit.Table
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension
import software.amazon.awssdk.services.dynamodb.DynamoDbClient

@EnsureGsis(
    tables = [Table(name = "bookings", partitionKey = "bookingId")],
    gsis = [Gsi(
        table = "bookings",
        name = "passenger-flight-index",
        partitionKey = ["passengerId"],
        sortKey = ["flightDate:N"],
    )],
)
class BookingsTest {
    private lateinit var dynamoDb: DynamoDbClient

    @Test
    fun hasItsIndex() {
        val table = dynamoDb.describeTable { it.tableName("bookings") }.table()
        assertEquals("passenger-flight-index", table.globalSecondaryIndexes().single().indexName())
    }
}

class BuiltTest {
    @Test
    fun hasItsTable(dynamoDb: DynamoDbClient) {
        assertEquals(listOf("bookings"), dynamoDb.listTables().tableNames())
    }

    companion object {
        @RegisterExtension
        @JvmField
        val gsis: EnsureGsisExtension = EnsureGsisExtension.builder().table("bookings", "bookingId").build()
    }
}
