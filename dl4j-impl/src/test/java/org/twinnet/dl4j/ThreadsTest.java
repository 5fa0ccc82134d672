package org.twinnet.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.twinnet.dl4j.runtime.Engine;

class ThreadsTest {

    @Test
    void should_train_in_several_threads_at_once_as_one_after_the_other() throws Exception {
        List<EngineIdentityTest.Net> nets = EngineIdentityTest.nets().subList(0, 32);
        List<double[]> expected = new ArrayList<>();
        for (EngineIdentityTest.Net net : nets) {
            expected.add(EngineIdentityTest.run(net, Engine.FAST));
        }
        int threads = 3;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier together = new CyclicBarrier(threads);
            List<Callable<List<double[]>>> work = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                // The plain engine in one thread must not switch off the caches of the others.
                Engine engine = t == 0 ? Engine.PLAIN : Engine.FAST;
                work.add(() -> {
                    together.await();
                    List<double[]> results = new ArrayList<>();
                    for (EngineIdentityTest.Net net : nets) {
                        results.add(EngineIdentityTest.run(net, engine));
                    }
                    return results;
                });
            }
            List<Future<List<double[]>>> futures = pool.invokeAll(work);
            assertEquals(threads, futures.size());
            for (Future<List<double[]>> future : futures) {
                for (int k = 0; k < nets.size(); k++) {
                    assertArrayEquals(expected.get(k), future.get().get(k), nets.get(k)::toString);
                }
            }
        } finally {
            pool.shutdown();
        }
    }
}
