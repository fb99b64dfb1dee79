package org.chikei.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chikei.integration.tests.probe.CdkProbe;
import org.chikei.integration.tests.probe.EventProbe;
import org.chikei.integration.tests.probe.JobProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** The packaged bundles in both frameworks. */
class FrameworksIT {

  // States of org.osgi.service.component.runtime.dto.ComponentConfigurationDTO.
  private static final int SATISFIED = 4;
  private static final int ACTIVE = 8;

  @TempDir Path folder;
  private Host host;

  @AfterEach
  void stop() throws Exception {
    host.close();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"Felix", "Equinox"})
  void everyBundleStarts(String name) throws Exception {
    for (Bundle bundle : start(name)) {
      assertEquals(Bundle.ACTIVE, bundle.getState(), bundle.getSymbolicName());
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"Felix", "Equinox"})
  void noComponentLacksWhatItNeeds(String name) throws Exception {
    start(name);
    List<String> lacking = new ArrayList<>();
    int components = 0;
    Object runtime = host.service("org.osgi.service.component.runtime.ServiceComponentRuntime");
    for (Object component : call(runtime, "getComponentDescriptionDTOs", new Bundle[0])) {
      components++;
      Collection<?> configurations = call(runtime, "getComponentConfigurationDTOs", component);
      boolean works =
          !configurations.isEmpty()
              && configurations.stream()
                  .allMatch(one -> Set.of(SATISFIED, ACTIVE).contains(field(one, "state")));
      if (!works) {
        lacking.add(
            field(component, "name")
                + " "
                + configurations.stream().map(Object::toString).collect(Collectors.joining()));
      }
    }
    assertEquals(List.of(), lacking);
    assertTrue(components > 0);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"Felix", "Equinox"})
  void everyServiceCanBeHad(String name) throws Exception {
    List<Bundle> bundles = start(name);
    BundleContext context = host.context();
    int services = 0;
    for (Bundle bundle : bundles) {
      ServiceReference<?>[] registered = bundle.getRegisteredServices();
      if (bundle.getSymbolicName().startsWith("org.chikei.") && registered != null) {
        for (ServiceReference<?> reference : registered) {
          assertNotNull(context.getService(reference), reference::toString);
          services++;
        }
      }
    }
    assertTrue(services > 0);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"Felix", "Equinox"})
  void cdkReadsMatchesAndDraws(String name) throws Exception {
    start(name);
    Callable<?> cdk =
        (Callable<?>)
            host.probe(
                CdkProbe.class,
                Stream.of(
                            "",
                            ".depict",
                            ".interfaces",
                            ".io",
                            ".io.formats",
                            ".isomorphism",
                            ".silent",
                            ".smarts",
                            ".smiles",
                            ".tools.manipulator")
                        .map(suffix -> "org.openscience.cdk" + suffix + ";version=\"[2.12,2.13)\"")
                        .collect(Collectors.joining(","))
                    + ",javax.vecmath;version=0");
    Map<?, ?> found = (Map<?, ?>) cdk.call();
    assertEquals(3, found.get("atoms"));
    assertEquals("O", found.get("element"));
    assertEquals(0.957, found.get("x"));
    assertEquals(1, found.get("hydroxyls"));
    assertEquals("Protein Brookhave Database (PDB)", found.get("format"));
    assertTrue(found.get("drawing").toString().contains("<svg"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"Felix", "Equinox"})
  @SuppressWarnings("unchecked")
  void anotherBundleRunsAJob(String name) throws Exception {
    start(name);
    Path results = folder.resolve("results");
    Map<?, ?> outcome =
        ((BiFunction<Path, Path, Map<?, ?>>) jobProbe())
            .apply(Repository.descriptor("alanine-dipeptide.yaml"), results);
    assertEquals(Map.of(), outcome.get("failures"));
    Map<?, ?> headlines = (Map<?, ?>) outcome.get("headlines");
    assertTrue(headlines.get("cc").toString().contains("are equal"), headlines::toString);
    assertTrue(headlines.get("psi").toString().contains("differ"), headlines::toString);
    for (Object file : (List<?>) outcome.get("files")) {
      assertTrue(Files.size(results.resolve(file.toString())) > 0, file::toString);
    }
    assertTrue(
        Files.readString(results.resolve("report.html")).contains("class=\"molecule\"><svg"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"Felix", "Equinox"})
  @SuppressWarnings("unchecked")
  void patternsGroupsAndCentresPickAtoms(String name) throws Exception {
    start(name);
    BiFunction<Path, Path, Map<?, ?>> probe = (BiFunction<Path, Path, Map<?, ?>>) jobProbe();
    Path peptide =
        Files.writeString(
            folder.resolve("peptide.yaml"),
            """
            source:
              trajectory: %s
              structure: %s
              temperature: 300
              bonds: {smiles: "CC(=O)NC(C)C(=O)NC"}
            groups:
              first: {atoms: "resname ACE", centre: mass}
              last: {smarts: "[N:1][CH3:2]"}
            coordinates:
              - {name: psi, type: torsion, smarts: "[N:1][C:2][C:3](=O)[N:4]"}
              - {name: numbered, type: torsion, atoms: [7, 9, 15, 17]}
              - {name: worded, type: torsion, atoms: "resname ALA and name N CA C, NME.N"}
              - {name: ends, type: distance, atoms: [first, {centre: mass, atoms: last}]}
            analysis:
              - {step: free-energy, of: psi, bins: 36}
              - {step: free-energy, of: numbered, bins: 36}
              - {step: free-energy, of: worded, bins: 36}
              - {step: comparison, of: ends, bins: 20}
            """
                .formatted(yaml(Repository.data("ala2.trr")), yaml(Repository.data("ala2.pdb"))));
    Path results = folder.resolve("peptide");
    Map<?, ?> outcome = probe.apply(peptide, results);
    assertEquals(Map.of(), outcome.get("failures"));
    String numbered = Files.readString(results.resolve("numbered.free-energy.csv"));
    assertEquals(numbered, Files.readString(results.resolve("psi.free-energy.csv")));
    assertEquals(numbered, Files.readString(results.resolve("worded.free-energy.csv")));
    // two centres of mass that share no atom are at a distance of one effective mass
    assertTrue(((Map<?, ?>) outcome.get("headlines")).get("ends").toString().contains("are equal"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"Felix", "Equinox"})
  @SuppressWarnings("unchecked")
  void theCentreOfAMoleculeThatTheBoxBreaksStaysWithinIt(String name) throws Exception {
    start(name);
    BiFunction<Path, Path, Map<?, ?>> probe = (BiFunction<Path, Path, Map<?, ?>>) jobProbe();
    Path butane =
        Files.writeString(
            folder.resolve("butane.yaml"),
            """
            source:
              trajectory: %s
              structure: %s
              temperature: 300
              masses: {1: 15.035, 2: 14.027, 3: 14.027, 4: 15.035}
            coordinates:
              - {name: whole, type: distance, atoms: [{centre: mass, atoms: all}, 1]}
              - {name: raw, type: distance, atoms: [{centre: mass, atoms: all, whole: none}, 1]}
            analysis: [{step: free-energy, of: whole}, {step: free-energy, of: raw}]
            """
                .formatted(
                    yaml(Repository.data("butane.trr")), yaml(Repository.data("butane.pdb"))));
    Path results = folder.resolve("butane");
    assertEquals(Map.of(), probe.apply(butane, results).get("failures"));
    // half of a stretched chain of bonds of 0.154 nm, the angles open, is 0.22 nm
    assertTrue(farthest(results.resolve("whole.free-energy.csv")) < 0.25);
    assertTrue(farthest(results.resolve("raw.free-energy.csv")) > 1);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"Felix", "Equinox"})
  @SuppressWarnings("unchecked")
  void threeCoordinatesHaveAFreeEnergyAFlowAndAverages(String name) throws Exception {
    start(name);
    BiFunction<Path, Path, Map<?, ?>> probe = (BiFunction<Path, Path, Map<?, ?>>) jobProbe();
    Path space =
        Files.writeString(
            folder.resolve("space.yaml"),
            """
            source: {model: harmonic-modes, parameters: {frequencies: [1, 1.4, 0.8]},
              temperature: {kT: 1}, segments: 40, frames: 500, spacing: 0.5, seed: 3}
            coordinates:
              - {name: u, type: linear-combination, of: [q1, q2], coefficients: [1, 0.5]}
            analysis:
              - {step: free-energy, of: [q1, q2, q3], name: free, bins: [8, 8, 8]}
              - {step: flow, of: [u, q2, q3], bins: [8, 8, 8]}
              - {step: conditional-average, of: [q1, q2, q3], name: mean, observables: [u], bins: [8, 8, 8]}
              - {step: flow, of: [q1, q2], bins: [12, 12]}
            """);
    Path results = folder.resolve("space");
    Map<?, ?> outcome = probe.apply(space, results);
    assertEquals(Map.of(), outcome.get("failures"));
    Map<?, ?> headlines = (Map<?, ?>) outcome.get("headlines");
    // normal modes at equilibrium: one constant metric, however they are combined
    String flow = headlines.get("u-q2-q3").toString();
    assertTrue(flow.contains("is a gradient within its error"), flow);
    assertTrue(flow.contains("No current is seen"), flow);
    String header = Files.readAllLines(results.resolve("u-q2-q3.flow.csv")).get(0).substring(0, 72);
    assertEquals(
        "a,b,c,count,rho,G,Vm,f_a,f_b,f_c,v_a,v_b,v_c,D_aa,D_ab,D_ac,D_bb,D_bc,D_", header);
    assertTrue(Files.size(results.resolve("mean.conditional-average.csv")) > 0);
    assertTrue(Files.readString(results.resolve("report.html")).contains("The slice through"));
  }

  /** The last centre of a bin that has samples. */
  private static double farthest(Path table) throws Exception {
    return Files.readAllLines(table).stream()
        .skip(1)
        .map(line -> line.split(","))
        .filter(cells -> Double.parseDouble(cells[1]) > 0)
        .mapToDouble(cells -> Double.parseDouble(cells[0]))
        .max()
        .orElseThrow();
  }

  private static String yaml(Path file) {
    return '"' + file.toAbsolutePath().toString().replace("\\", "/") + '"';
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"Felix", "Equinox"})
  void theSchemaBesideTheDescriptorsIsThatOfTheWorkbench(String name) throws Exception {
    start(name);
    Map<?, ?> workbench = (Map<?, ?>) ((Callable<?>) jobProbe()).call();
    String schema = workbench.get("schema").toString();
    Path made = Files.writeString(Path.of("target", "chikei-job.schema.json"), schema);
    assertEquals(
        Files.readString(Repository.descriptor("chikei-job.schema.json")),
        schema,
        () -> "what is accepted has changed: copy " + made.toAbsolutePath() + " to descriptors");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"Felix", "Equinox"})
  void everyKindOfProviderIsInstalled(String name) throws Exception {
    start(name);
    Map<?, ?> workbench = (Map<?, ?>) ((Callable<?>) jobProbe()).call();
    List<?> installed = (List<?>) workbench.get("installed");
    for (String type :
        List.of(
            "torsion", "comparison", "free-energy", "TRR", "XTC", "XYZ", "PDB", "csv", "html")) {
      assertTrue(installed.contains(type), type);
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"Felix", "Equinox"})
  @SuppressWarnings("unchecked")
  void jobsAreFollowedByTheirEventsWhereAnEventAdminComes(String name) throws Exception {
    start(name);
    host.install(Path.of(System.getProperty("frameworks"), "EventAdmin.jar")).start();
    BiFunction<Path, Path, List<String>> probe =
        (BiFunction<Path, Path, List<String>>)
            host.probe(
                EventProbe.class,
                "org.osgi.framework,org.osgi.service.event,org.chikei.api.job,org.chikei.api.result");
    List<String> events =
        probe.apply(Repository.descriptor("gene-switch.yaml"), folder.resolve("results"));
    assertTrue(
        events.get(0).startsWith("org/chikei/job/STARTED|1|gene-switch.yaml|running|"),
        events::toString);
    assertTrue(
        events.get(1).startsWith("org/chikei/job/PROGRESS|1|gene-switch.yaml|running|"),
        events::toString);
    assertTrue(
        events
            .get(events.size() - 1)
            .matches("org/chikei/job/FINISHED\\|1\\|.*\\|finished\\|1\\.0\\|"),
        events::toString);
    Path wrong = Files.writeString(folder.resolve("wrong.yaml"), "source: none\n");
    events = probe.apply(wrong, folder.resolve("nothing"));
    assertEquals(2, events.size(), events::toString);
    assertTrue(
        events
            .get(1)
            .matches("org/chikei/job/FAILED\\|2\\|wrong.yaml\\|failed\\|.*wrong.yaml:1:.*"),
        events::toString);
  }

  /** A bundle that uses the contracts alone. */
  private Object jobProbe() throws Exception {
    return host.probe(
        JobProbe.class, "org.osgi.framework,org.chikei.api.job,org.chikei.api.result");
  }

  private List<Bundle> start(String name) throws Exception {
    host = new Host(name, folder);
    return host.bundles();
  }

  // The runtime's types are those of a bundle, not those of this test.

  private static Collection<?> call(Object target, String method, Object argument)
      throws ReflectiveOperationException {
    for (var candidate : target.getClass().getMethods()) {
      if (candidate.getName().equals(method)) {
        candidate.setAccessible(true);
        return (Collection<?>) candidate.invoke(target, new Object[] {argument});
      }
    }
    throw new NoSuchMethodException(method);
  }

  private static Object field(Object dto, String name) {
    try {
      return dto.getClass().getField(name).get(dto);
    } catch (ReflectiveOperationException missing) {
      throw new AssertionError(missing);
    }
  }
}
