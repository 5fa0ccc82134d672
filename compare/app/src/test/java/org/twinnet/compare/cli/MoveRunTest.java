package org.twinnet.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.twinnet.compare.diagnosis.TraceFiles;
import org.twinnet.compare.testing.ProjectFolder;
import org.twinnet.data.npz.NpyArray;
import org.twinnet.data.npz.NpzArchive;
import org.twinnet.data.npz.NpzWriter;

@DisplayName("twinnet move")
@Timeout(600)
class MoveRunTest {

    @TempDir
    private Path folder;

    @Test
    void should_print_what_the_readme_shows() throws IOException {
        String readme = Files.readString(ProjectFolder.file("README.md"));
        assertTrue(readme.contains("move --weights compare/docs/example/weights.npz --data"
                + " data/src/main/resources/org/twinnet/data/pitch-train.csv --l2 0.7 --out my-network"));
        Cli.Outcome outcome = Cli.run(
                "move",
                "--weights",
                ProjectFolder.file("compare/docs/example/weights.npz"),
                "--data",
                ProjectFolder.file("data/src/main/resources/org/twinnet/data/pitch-train.csv"),
                "--l2",
                "0.7",
                "--out",
                folder.resolve("my-network"),
                "--quiet");
        assertEquals(0, outcome.code(), outcome.err());
        List<String> lines = outcome.out().lines().limit(2).toList();
        assertTrue(readme.contains(String.join("\n", lines)), outcome.out());
    }

    @Test
    void should_translate_the_penalty_of_another_library() throws IOException {
        Path weights = ProjectFolder.file("compare/docs/example/weights.npz");
        Path data = ProjectFolder.file("data/src/main/resources/org/twinnet/data/pitch-train.csv");
        String guide = Files.readString(ProjectFolder.file("compare/docs/moving.md"));
        Object[] command = {
            "move",
            "--weights",
            weights,
            "--data",
            data,
            "--penalty-of",
            "keras",
            "--l2",
            "0.01",
            "--out",
            folder.resolve("moved"),
            "--quiet"
        };

        Cli.Outcome outcome = Cli.run(command);

        assertEquals(0, outcome.code(), outcome.err());
        String line = outcome.out().lines().skip(1).findFirst().orElseThrow();
        assertEquals("Penalty of keras: l2(0.02) in DL4J, on weights alone", line);
        assertTrue(guide.contains(line));
        assertTrue(Files.readString(folder.resolve("moved/experiment.json")).contains("\"l2_coefficient\" : 0.02"));
        command[6] = "pytorch";
        command[7] = "--l1";
        command[10] = folder.resolve("other");
        Cli.run(command)
                .isRefused("--l1 is no number of pytorch, which has no L1; give what your code adds as"
                        + " --l1-coefficient, with penalties of dl4j");
    }

    @Test
    void should_ask_which_way_square_matrices_lie() throws IOException {
        Path square = Files.write(
                folder.resolve("w.npz"),
                new NpzWriter().put("W1", new double[] {1, 2, 3, 4}, 2, 2).write());

        Cli.run("move", "--weights", square, "--out", folder.resolve("out"))
                .isRefused(square + ": its shapes fit both ways, units by inputs and inputs by units, and there are no"
                        + " examples to decide; give --weights-as units-by-inputs (PyTorch, the course) or"
                        + " inputs-by-units (Keras, scikit-learn), or --data with --predictions, or a --trace");
        assertTrue(Files.notExists(folder.resolve("out")));
    }

    @Test
    void should_leave_what_somebody_changed() throws IOException {
        Path weights = Files.write(
                folder.resolve("w.npz"),
                new NpzWriter()
                        .put("W1", new double[] {1, 2}, 1, 2)
                        .put("b1", new double[] {0}, 1)
                        .write());
        Path out = folder.resolve("out");
        assertEquals(
                0,
                Cli.run("move", "--weights", weights, "--out", out, "--quiet").code());

        Cli.run("move", "--weights", weights, "--out", out)
                .isRefused("--out " + out
                        + " holds a project already; name another folder, or add --force to replace it.");
        Cli.Outcome again = Cli.run("move", "--weights", weights, "--out", out, "--quiet", "--force", "--lang", "zh");
        assertEquals(0, again.code(), again.err());
        List<String> lines = again.out().lines().toList();
        assertEquals("权重：3 个参数，单元 × 输入", lines.get(0));
        assertEquals("证明：训练 200 步，数据：64 个抽取的样本", lines.get(1));
        assertEquals("项目：" + out, lines.get(lines.size() - 1));
        Files.writeString(out.resolve("src/main/java/network/Predict.java"), "// mine");
        Cli.run("move", "--weights", weights, "--out", out, "--force")
                .isRefused("--out " + out
                        + " holds Predict.java, which was changed after Twinnet wrote it; name another" + " folder.");
        Cli.run("compare", "--out", out, "--force")
                .isRefused("--out " + out + " holds a project, which no report replaces; name another folder.");
        assertEquals("// mine", Files.readString(out.resolve("src/main/java/network/Predict.java")));
    }

    @Test
    void should_build_projects_with_the_versions_of_our_own_build() throws IOException {
        String ours = Files.readString(ProjectFolder.file("pom.xml"));
        String theirs = Files.readString(
                ProjectFolder.file("compare/move/src/main/resources/org/twinnet/compare/move/project/pom.xml"));
        Matcher plugin = Pattern.compile("<artifactId>(maven-\\w+-plugin)</artifactId>\\s*<version>([^<]+)</version>")
                .matcher(theirs);
        int plugins = 0;
        while (plugin.find()) {
            plugins++;
            assertTrue(
                    ours.replaceAll("\\s+", "")
                            .contains("<artifactId>" + plugin.group(1) + "</artifactId><version>" + plugin.group(2)
                                    + "</version>"),
                    plugin.group());
        }
        assertEquals(6, plugins);
    }

    @Test
    void should_take_the_network_from_a_trace_and_hold_dl4j_against_it() throws IOException {
        Path trace = TraceFiles.correct().write(folder.resolve("mine.npz"));
        NpzArchive archive = NpzArchive.read(trace);
        NpzWriter weights = new NpzWriter();
        for (String name : List.of("W1", "b1", "W2", "b2", "W3", "b3")) {
            NpyArray array = archive.array(name + "@39").orElseThrow();
            weights.put(name, array.values(), array.shape());
        }
        Path saved = Files.write(folder.resolve("w.npz"), weights.write());
        Path out = folder.resolve("moved");

        Cli.Outcome outcome = Cli.run("move", "--weights", saved, "--trace", trace, "--out", out, "--quiet");

        assertEquals(0, outcome.code(), outcome.err());
        List<String> lines = outcome.out().lines().toList();
        assertEquals("Weights: those of iteration 39 of " + trace, lines.get(0));
        assertTrue(
                lines.get(1)
                        .matches("Trace: 200 training steps of DL4J from its first parameters;"
                                + " all \\d+ of its costs and parameters are DL4J's"),
                lines.get(1));
        assertTrue(Files.readString(out.resolve("proof/trace.csv")).startsWith("quantity,iteration,original,dl4j,"));
        String experiment = Files.readString(out.resolve("experiment.json"));
        assertTrue(experiment.contains("\"keep_prob\" : 0.8") && experiment.contains("\"l2\" : 0.5"), experiment);
        Path wrong = TraceFiles.faulty("bias-not-updated").write(folder.resolve("wrong.npz"));
        Cli.Outcome differs = Cli.run(
                "move",
                "--weights",
                saved,
                "--trace",
                wrong,
                "--out",
                folder.resolve("other"),
                "--quiet",
                "--lang",
                "zh");
        assertEquals(1, differs.code(), differs.out() + differs.err());
        assertTrue(
                differs.out().contains("记录：DL4J 从其最初的参数训练 200 步；其 ")
                        && differs.out().contains("与 DL4J 的不一致"),
                differs.out());
        Cli.run("move", "--weights", saved, "--trace", trace, "--l2", "0.7", "--out", folder.resolve("third"))
                .isRefused("--l2 does not go with --trace, which states its experiment and its examples; leave one of"
                        + " both out.");
    }
}
