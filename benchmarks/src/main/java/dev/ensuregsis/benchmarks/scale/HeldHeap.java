package dev.ensuregsis.benchmarks.scale;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * What of this JVM's heap was in use right after a collection, at its highest: garbage that only a full collection finds is
 * still in it, so what is really held is less.
 */
final class HeldHeap {
    private final AtomicLong most = new AtomicLong();

    private HeldHeap() {}

    /** Watches from here on. */
    static HeldHeap watch() {
        var held = new HeldHeap();
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener((notification, handback) -> held.collected(notification), null, null);
        }
        return held;
    }

    long most() {
        return most.get();
    }

    private void collected(Notification notification) {
        var collection = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
        var pools = collection.getGcInfo().getMemoryUsageAfterGc();
        // Metaspace and compiled code are no heap, and have a pool too.
        long used = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(pool -> pools.get(pool.getName()))
                .mapToLong(MemoryUsage::getUsed)
                .sum();
        most.accumulateAndGet(used, Math::max);
    }
}
