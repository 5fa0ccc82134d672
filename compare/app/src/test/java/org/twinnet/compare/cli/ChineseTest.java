package org.twinnet.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinnet.compare.testing.ProjectFolder;

@DisplayName("In Chinese")
class ChineseTest {

    private static final Path HALVED = ProjectFolder.file("compare/docs/example/halved.npz");
    private static final Locale BEFORE = Locale.getDefault();
    private static final String VERDICT = "在 float64 精度下，记录与公式不一致：";

    @TempDir
    private Path folder;

    @AfterEach
    void restore() {
        Locale.setDefault(BEFORE);
    }

    @Test
    void should_say_verdict_rungs_and_diagnosis_of_a_check() {
        String said = Cli.run("check", HALVED, "--lang", "zh").out();
        assertTrue(said.startsWith(VERDICT + "第 0 次迭代中第 3 层的 dW是第一个舍入无法解释的量"), said);
        for (String line : List.of("错误是 l2-gradient-halved。", "\n错在哪里：\n", "\n更新 ", "不一致", "因子为 0.5。")) {
            assertTrue(said.contains(line), line + said);
        }
        assertFalse(said.contains("What is wrong"), said);
    }

    @Test
    void should_be_what_a_chinese_system_hears_unless_it_asks_for_english() {
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        assertTrue(Cli.run("check", HALVED, "--quiet").out().startsWith(VERDICT));
        assertTrue(Cli.run("check", HALVED, "--quiet", "--lang", "en").out().startsWith("The trace disagrees"));
    }

    @Test
    void should_be_written_of_a_check_and_of_its_json_again() throws IOException {
        Path first = folder.resolve("first");
        Cli.run("check", HALVED, "--out", first);
        Path again = folder.resolve("again");
        Cli.Outcome outcome =
                Cli.run("report", first.resolve("report.json"), "--lang", "zh", "--format", "md,html", "--out", again);
        assertEquals("", outcome.err());
        assertEquals(0, outcome.code());
        assertTrue(Files.readString(again.resolve("report.md")).contains("## 错在哪里"));
        assertTrue(Files.readString(again.resolve("report.html")).contains("错在哪里"));
        assertFalse(Files.exists(again.resolve("report.json")));
    }

    @Test
    void should_be_no_table_of_costs() {
        Cli.run("check", HALVED, "--format", "csv", "--out", folder.resolve("csv"))
                .isRefused("a check has no --format csv; it has html, md, json and junit.");
    }

    @Test
    void should_explain_mistakes_and_find_them_by_either_language() {
        String said = Cli.run("mistakes", "保留了 ½", "--lang", "zh").out();
        assertTrue(said.startsWith("l2-gradient-halved：梯度中的惩罚项保留了 ½"), said);
        assertTrue(said.contains("  错误  dW = dZ·Aᵀ/m + λ/2m·W"), said);
        assertTrue(said.contains("  显现  dW；正则化减半"), said);
        assertEquals(
                said, Cli.run("mistakes", "l2-gradient-halved", "--lang", "zh").out());
        String all = Cli.run("mistakes", "--lang", "zh").out();
        assertTrue(all.lines().filter(line -> !line.isEmpty()).allMatch(line -> line.endsWith("。")), all);
    }

    @Test
    void should_say_the_table_of_a_comparison() {
        String said = Cli.run(
                        "compare", "--iterations", "20", "--lang", "zh", "--format", "md", "--out", folder.resolve("c"))
                .out();
        assertTrue(said.contains("一致") && !said.contains("Verdict"), said);
    }
}
