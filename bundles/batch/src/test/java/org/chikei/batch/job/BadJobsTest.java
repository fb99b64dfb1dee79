package org.chikei.batch.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.chikei.api.job.JobException;
import org.chikei.api.job.JobRequest;
import org.chikei.batch.fake.FakeRegistry;
import org.chikei.batch.registry.Loan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way to write a job wrongly, with the place and the words that it is refused with. */
final class BadJobsTest {
  private static final String SOURCE = "source: {trajectory: a.trr, temperature: 300}\n";
  private static final String D = "coordinates: [{name: d, type: span, atoms: [1, 2]}]\n";
  private static final String RECORD = "analysis: [{step: record, of: d}]\n";

  @TempDir Path folder;

  private JobDescription read(String text, Map<String, String> overrides) throws Exception {
    Path file = Files.writeString(folder.resolve("job.yaml"), text);
    try (Loan loan = new Loan(FakeRegistry.full())) {
      return new JobReader(loan).read(new JobRequest(file, overrides, Optional.empty(), 0));
    }
  }

  private List<String> problems(String text, Map<String, String> overrides) {
    JobException e = assertThrows(JobException.class, () -> read(text, overrides));
    String prefix = folder.resolve("job.yaml").toString();
    return e.problems().stream().map(p -> p.toString().replace(prefix, "job")).toList();
  }

  static Stream<Arguments> noYaml() {
    return Stream.of(
        bad("", "job: is empty; a job needs source, coordinates and analysis"),
        bad("# nothing\n", "job: is empty; a job needs source, coordinates and analysis"),
        bad(
            "[1, 2]",
            "job:1:1: a job is a mapping with the keys source, coordinates and analysis, not a"
                + " list"),
        bad("source: {trajectory: a", "job:1:23: is no YAML here: "),
        bad("a: b: c", "job:1:5: is no YAML here: "),
        bad("\tx: 1", "job:1:1: is no YAML here: "),
        bad("a: *b", "job:1:4: the alias *b refers to nothing above"),
        bad("a: &a [*a]", "job:1:8: the alias *a refers to nothing above"),
        bad("b: !foo c", "job:1:4: the tag !foo is not understood in a job"),
        bad("a: 1\n---\nb: 2", "job:2:1: a second document begins here; a job file holds one"),
        bad("? [a]\n: 1", "job:1:3: a list cannot be a key"),
        bad("a: " + "[".repeat(60), "job:1:53: values are nested more than 50 deep here"),
        bad("- ".repeat(20_000) + "x", "job:1:101: values are nested more than 50 deep here"),
        bad(laughs(), "job:5:5: holds more than 100000 values"));
  }

  static Stream<Arguments> badSources() {
    String number = "must be a number above 0";
    String temperature = "must be a number above 0; or a mapping with kT";
    return Stream.of(
        bad(
            "source: {series: r.dat, trajectory: a.trr, temperature: 300}\n" + D + RECORD,
            "job:1:10: source: has both 'trajectory' and 'series'; a job reads one kind of source"),
        bad(
            "source: {series: [], temperature: 300, structure: a.pdb, time-colum: 1}\n"
                + D
                + RECORD,
            "job:1:18: source.series: 0 values; must be a list of at least 1 values, each a file name",
            "job:1:40: source: unknown key 'structure' (accepted: begin, end, series, stride, temperature, time-column, time-step, weights, windows)",
            "job:1:58: source: unknown key 'time-colum'; did you mean 'time-column'? (accepted: begin, end, series, stride, temperature, time-column, time-step, weights, windows)"),
        bad(
            "source: {series: r.dat, temperature: 300, weights: {column: b}}\n" + D + RECORD,
            "job:1:52: source.weights: 'as' is missing: one of bias, weight, log-weight"),
        bad(
            "source: {model: well}\n" + D + RECORD,
            "job:1:17: source: no installed bundle provides a source of the kind 'model';"
                + " org.chikei.models brings one"),
        bad(source("temperature: -300"), "job:1:38: source.temperature: '-300'; " + temperature),
        bad(source("temperature: 0"), "job:1:38: source.temperature: '0'; " + temperature),
        bad(source("temperature: .nan"), "job:1:38: source.temperature: '.nan'; " + temperature),
        bad(source("temperature: {kT: -1}"), "job:1:43: source.temperature.kT: '-1'; " + number),
        bad(
            source("temperature: {kt: 1}"),
            "job:1:38: source.temperature: 'kT' is missing: a number above 0",
            "job:1:39: source.temperature: unknown key 'kt'; did you mean 'kT'? (accepted: kT)"),
        bad(
            source("temperature: 300, begin: .inf"),
            "job:1:50: source.begin: '.inf'; must be a finite number"),
        bad(
            source("temperature: 300, begin: 1e999"),
            "job:1:50: source.begin: '1e999'; must be a finite number"),
        bad(
            source("temperature: 300, begin: 5, end: 2"),
            "job:1:58: source.end: '2' lies before 'begin', 5"),
        bad(
            source("temperature: 300, stride: 0"),
            "job:1:51: source.stride: '0'; must be a whole number of at least 1"),
        bad(
            source("temperature: 300, stride: 1.5"),
            "job:1:51: source.stride: '1.5'; must be a whole number of at least 1"),
        bad(
            source("temperature: 300, time-step: -1"),
            "job:1:54: source.time-step: '-1'; " + number),
        bad(
            source("temperature: 300, units: metric"),
            "job:1:50: source.units: 'metric'; must be one of real, metal, lj, ase, si,"
                + " cgs, electron, micro, nano; or a mapping with length, time, velocity, force"),
        bad(
            source("temperature: 300, masses: {1: -2, C: heavy}"),
            "job:1:55: source.masses.1: '-2'; " + number,
            "job:1:62: source.masses.C: 'heavy'; " + number),
        bad(
            source("temperature: 300, weights: {file: w, column: b, as: bais}"),
            "job:1:77: source.weights.as: 'bais'; did you mean 'bias'?; must be one of bias,"
                + " weight, log-weight"),
        bad(
            "source: {trajectory: [], temperature: 300}\n" + D + RECORD,
            "job:1:22: source.trajectory: 0 values; must be a list of at least 1 values, each a"
                + " file name"),
        bad(
            "source: {trajectory: , temperature: }\n" + D + RECORD,
            "job:1:21: source.trajectory: nothing; must be a file name; or a list of at least 1"
                + " values, each a file name",
            "job:1:36: source.temperature: nothing; " + temperature));
  }

  static Stream<Arguments> badCoordinates() {
    return Stream.of(
        bad(
            coordinates("{name: d, type: spam, atoms: [1, 2]}"),
            "job:2:31: coordinates[0].type: 'spam' is no coordinate type; did you mean 'span'?"
                + " (accepted: product, span, turn, zeroed)"),
        bad(
            coordinates("{name: d, type: torsion, atoms: [1, 2]}"),
            "job:2:31: coordinates[0].type: 'torsion' is no coordinate type; the bundle"
                + " org.chikei.coordinates brings it (accepted: product, span, turn, zeroed)"),
        bad(
            coordinates("{name: 1d, type: span, atoms: [1, 2]}"),
            "job:2:22: coordinates[0].name: '1d' is no name; use letters, digits and _, a letter"
                + " first",
            "job:3:31: analysis[0].of: 'd' is no coordinate of this job"),
        bad(
            coordinates(
                "{name: d, type: span, atoms: [1, 2]}, {name: D, type: span, atoms: [1, 2]}"),
            "job:2:60: coordinates[1].name: 'D' is the name of the coordinate in line 2 too; names"
                + " differ by more than case"),
        bad(
            coordinates("{name: d, type: span, atom: [1, 2]}"),
            "job:2:15: coordinates[0]: 'atoms' is missing: a list of 2 atoms",
            "job:2:37: coordinates[0]: unknown key 'atom'; did you mean 'atoms'? (accepted: atoms,"
                + " name, scale, type)"),
        bad(
            coordinates("{name: d, type: span, atoms: [1, 2, 3]}"),
            "job:2:44: coordinates[0].atoms: 3 atoms; must be a list of 2 atoms"),
        bad(
            coordinates("{name: d, type: span, atoms: [0, 1.5]}"),
            "job:2:45: coordinates[0].atoms[0]: '0' is no atom; write a number from 1 or a name"
                + " such as ALA.CA",
            "job:2:48: coordinates[0].atoms[1]: '1.5' is no atom; write a number from 1 or a name"
                + " such as ALA.CA"),
        bad(
            coordinates("{name: d, type: span, atoms: [1, 2], scale: big}"),
            "job:2:59: coordinates[0].scale: 'big'; must be a number above 0"),
        bad(
            coordinates("7, {type: span, atoms: [1, 2]}"),
            "job:2:15: coordinates[0]: '7'; must be a mapping",
            "job:2:18: coordinates[1]: 'name' is missing: a name such as phi",
            "job:3:31: analysis[0].of: 'd' is no coordinate of this job"),
        bad(
            coordinates("{name: d, type: product, of: [d, f]}"),
            "job:2:45: coordinates[0].of[0]: 'd' is made of itself",
            "job:2:48: coordinates[0].of[1]: 'f' is no coordinate of this job (accepted: d)"),
        bad(
            coordinates(
                "{name: d, type: product, of: [e, e]}, {name: e, type: product, of: [d, d]}"),
            "job:2:83: coordinates[1].of[0]: a circle: 'd' is made of 'e', which cannot be made of"
                + " it",
            "job:2:86: coordinates[1].of[1]: a circle: 'd' is made of 'e', which cannot be made of"
                + " it"));
  }

  static Stream<Arguments> badSteps() {
    return Stream.of(
        bad(
            analysis("{step: recrod, of: d}"),
            "job:3:19: analysis[0].step: 'recrod' is no step; did you mean 'record'? (accepted:"
                + " fail, record)"),
        bad(
            analysis("{step: hierarchy, of: d}"),
            "job:3:19: analysis[0].step: 'hierarchy' is no step; the bundle org.chikei.memory"
                + " brings it (accepted: fail, record)"),
        bad(
            analysis("{step: record}"),
            "job:3:12: analysis[0]: 'of' is missing: a list of 1 to 2 coordinate names"),
        bad(
            analysis("{step: record, of: [d, d]}"),
            "job:3:35: analysis[0].of[1]: 'd' stands here twice"),
        bad(
            analysis("{step: record, of: e}"),
            "job:3:31: analysis[0].of: 'e' is no coordinate of this job (accepted: d)"),
        bad(
            analysis("{step: fail, of: [d, d], at: look}"),
            "job:3:29: analysis[0].of: 2 coordinates; must be the name of a coordinate"),
        bad(
            analysis("{step: record, of: d}, {step: record, of: [d], name: D}"),
            "job:3:35: analysis[1]: would write D.record.csv like the step in line 3; give one of"
                + " them a 'name'"),
        bad(
            analysis("{step: record, of: d, name: a/b}"),
            "job:3:40: analysis[0].name: 'a/b' is no name; use letters, digits and _, a letter"
                + " first"),
        bad(
            analysis("{step: record, of: d, bins: many}"),
            "job:3:40: analysis[0].bins: 'many'; must be a whole number from 1 to 1000; or a list"
                + " of 1 to 2 values, each a whole number from 1 to 1000"),
        bad(
            analysis("{step: record, of: d, bins: [0]}"),
            "job:3:41: analysis[0].bins[0]: '0'; must be a whole number from 1 to 1000"),
        bad(
            analysis("{step: record, of: d, halo: true}"),
            "job:3:40: analysis[0].halo: 'true'; must be a whole number from 0 to 5000"),
        bad(
            analysis("{step: record, of: d, kinetics: yes}"),
            "job:3:44: analysis[0].kinetics: 'yes'; must be true or false"));
  }

  static Stream<Arguments> badTops() {
    return Stream.of(
        bad(SOURCE + D, "job:1:1: 'analysis' is missing: a list of steps"),
        bad(
            "coordinates: []\nanalysis: {}\n",
            "job:1:1: 'source' is missing: a mapping with trajectory, series or model, and temperature",
            "job:1:14: coordinates: an empty list; must be a list of coordinates",
            "job:2:11: analysis: a mapping; must be a list of steps"),
        bad(
            "souce: 1\n" + SOURCE + D + RECORD,
            "job:1:1: unknown key 'souce'; did you mean 'source'? (accepted: analysis,"
                + " coordinates, groups, kinetics, output, source, title, version)"),
        bad(SOURCE + D + RECORD + "version: 2\n", "job:4:10: version: '2'; must be 1"),
        bad(
            SOURCE + D + RECORD + "kinetics: drect\n",
            "job:4:11: kinetics: 'drect'; did you mean 'direct'?; must be one of auto, direct,"
                + " momentum-averaged, series"),
        bad(SOURCE + SOURCE + D + RECORD, "job:2:1: the key 'source' stands already in line 1"),
        bad(
            SOURCE + D + RECORD + "output: {directory: [x], formats: [pdf]}\n",
            "job:4:21: output.directory: a list; must be a file name",
            "job:4:36: output.formats[0]: 'pdf'; must be csv"),
        bad(
            SOURCE + D + RECORD + "output: here\n",
            "job:4:9: output: 'here'; must be a mapping with directory and formats"));
  }

  private static String source(String rest) {
    return "source: {trajectory: a, " + rest + "}\n" + D + RECORD;
  }

  private static String coordinates(String list) {
    return SOURCE + "coordinates: [" + list + "]\n" + "analysis: [{step: record, of: d}]\n";
  }

  private static String analysis(String list) {
    return SOURCE + D + "analysis: [" + list + "]\n";
  }

  private static String laughs() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int k = 1; k < 12; k++) {
      String last = "*a" + (k - 1);
      text.append("a" + k + ": &a" + k + " [" + (last + ", ").repeat(9) + last + "]\n");
    }
    return text.toString();
  }

  private static Arguments bad(String text, String... problems) {
    return Arguments.of(text, List.of(problems));
  }

  @ParameterizedTest
  @MethodSource({"noYaml", "badTops", "badSources", "badCoordinates", "badSteps"})
  void everythingWrongIsSaidAtOnceWithItsPlace(String text, List<String> expected) {
    List<String> found = problems(text, Map.of());
    assertEquals(expected.size(), found.size(), found::toString);
    for (int k = 0; k < expected.size(); k++) {
      String start = expected.get(k);
      boolean open = start.endsWith(": ");
      assertTrue(
          open ? found.get(k).startsWith(start) : found.get(k).equals(start),
          "expected " + start + "\nfound    " + found.get(k));
    }
  }

  @Test
  void anOverrideReplacesAScalarByItsPath() throws Exception {
    JobDescription job =
        read(
            SOURCE + D + RECORD,
            Map.of(
                "source.begin", "100",
                "coordinates[0].atoms[1]", "9",
                "output.directory", "elsewhere"));
    assertEquals(100, job.source().number("begin"));
    assertEquals("[1, 9]", job.coordinates().get(0).values().get("atoms").toString());
    assertEquals("elsewhere", job.directory().written());
  }

  @Test
  void anOverrideThatLeadsNowhereIsRefused() {
    Map<String, String> overrides = new LinkedHashMap<>();
    overrides.put("coordinates[7].name", "x");
    overrides.put("source.temperature.kT", "'1'");
    overrides.put("a..b", "x");
    overrides.put("source.temperature", "-1");
    assertEquals(
        List.of(
            "--set coordinates[7].name: [7] lies beyond the list, which has 1 values",
            "--set source.temperature.kT: 'kT' asks for a mapping, but there is none",
            "--set a..b: is no path; write for instance coordinates[0].atoms[1]=9",
            "--set source.temperature: source.temperature: '-1'; must be a number above 0; or a"
                + " mapping with kT"),
        problems(SOURCE + D + RECORD, overrides));
  }

  @Test
  void aFileThatIsNoTextIsNoJob() throws Exception {
    Path file = Files.write(folder.resolve("x.yaml"), new byte[] {(byte) 0xff, 0, 1, (byte) 0xc0});
    try (Loan loan = new Loan(FakeRegistry.full())) {
      JobReader reader = new JobReader(loan);
      JobException e = assertThrows(JobException.class, () -> reader.read(JobRequest.of(file)));
      assertEquals(file + ": is no text in UTF-8, so no job file", e.getMessage());
    }
  }

  @Test
  void jsonIsAJobToo() throws Exception {
    JobDescription job =
        read(
            """
            {"version": 1, "title": "t", "source": {"trajectory": ["a", "b"],
            \t"temperature": {"kT": 2}, "masses": {"1": 3, "C": 4}},
            "coordinates": [{"name": "d", "type": "span", "atoms": [1, "C.A"]}],
            "analysis": [{"step": "record", "of": ["d"]}]}
            """,
            Map.of());
    assertEquals(2, job.source().temperature().kT());
    assertTrue(job.source().temperature().reduced());
    assertEquals(2, job.source().trajectory().size());
    assertEquals("d", job.steps().get(0).name());
  }

  @Test
  void componentsMayComeLater() throws Exception {
    JobDescription job =
        read(
            coordinates(
                "{name: d, type: product, of: [f, e]}, {name: e, type: product, of: [f, f]},"
                    + " {name: f, type: span, atoms: [1, 2]}"),
            Map.of());
    assertEquals(
        List.of("f", "e", "d"),
        job.coordinates().stream().map(JobDescription.CoordinateText::name).toList());
  }
}
