package org.chikei.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * The workbench page in a browser, used as a person uses it. Needs Chromium and its driver; without
 * them the tests are skipped, unless CHIKEI_BROWSER is set to 'required'.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class PageIT {
  private static final Path BROWSER = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  @TempDir static Path folder;

  @TempDir static Path profile;

  private Serving server;
  private ChromeDriver browser;
  private WebDriverWait patience;

  @BeforeAll
  void openThePage() throws Exception {
    boolean there = Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER);
    if ("required".equals(System.getenv("CHIKEI_BROWSER"))) {
      assertTrue(there, BROWSER + " and " + DRIVER + " are required");
    }
    Assumptions.assumeTrue(there, "no " + BROWSER + " and " + DRIVER + ": the page is not tested");
    Files.createDirectory(folder.resolve("extensions"));
    server = new Serving(folder, "--bundles", "extensions", "--upload-limit", "20");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(BROWSER.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1500,1500",
        "--user-data-dir=" + profile);
    browser =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(),
            options);
    patience = new WebDriverWait(browser, Duration.ofSeconds(60));
    browser.get(server.page() + "#token=" + server.token());
    patience.until(
        ExpectedConditions.textToBePresentInElementLocated(By.id("state"), "version 0.1.0"));
  }

  @AfterAll
  void closeThePage() throws Exception {
    if (browser != null) {
      browser.quit();
    }
    if (server != null) {
      server.close();
    }
  }

  private WebElement find(String css) {
    return patience.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(css)));
  }

  /** Scrolls there first, as a person does: what the page's header covers cannot be clicked. */
  private void click(String css) {
    WebElement target =
        patience.until(ExpectedConditions.elementToBeClickable(By.cssSelector(css)));
    browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", target);
    target.click();
  }

  private void shows(String css, String text) {
    patience.until(ExpectedConditions.textToBePresentInElementLocated(By.cssSelector(css), text));
  }

  private void upload(Path file) {
    find("#upload").sendKeys(file.toAbsolutePath().toString());
    shows("#upload-state", file.getFileName() + " is here.");
  }

  private void write(String job) {
    WebElement text = find("#job");
    browser.executeScript(
        "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input'))",
        text,
        job);
  }

  private void picture(String name) throws IOException {
    Path screenshots = Path.of(System.getProperty("screenshots"));
    Files.createDirectories(screenshots);
    Files.write(screenshots.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
  }

  @Test
  void fromUploadToLandscapeByKeysAndForms() throws Exception {
    upload(Repository.data("butane.pdb"));
    upload(Repository.data("butane.trr"));
    new Select(find("#trajectory")).selectByValue("butane.trr");
    new Select(find("#structure")).selectByValue("butane.pdb");
    shows("#molecule-hint", "4 atoms");
    find("#masses").sendKeys("{1: 15.035, 2: 14.027, 3: 14.027, 4: 15.035}");
    WebElement molecule = find("#viewer");
    for (int atom = 0; atom < 4; atom++) {
      molecule.sendKeys("n", Keys.ENTER);
    }
    shows("#picked", "Picked: 1 ");
    click("#make-coordinate");
    shows("#coordinate-list", "type: torsion, atoms: [1, 2, 3, 4]");
    new Select(find("#step-type")).selectByValue("comparison");
    click("#step-form button[type=submit]");
    shows("#step-list", "of: torsion");
    picture("composed");

    click("#check");
    shows("#verdict", "The job can be run.");
    click("#submit");
    shows("#job-table", "finished");
    patience.until(ExpectedConditions.frameToBeAvailableAndSwitchToIt(By.id("report")));
    shows("body", "Along torsion, G and Vm differ");
    browser.switchTo().defaultContent();
    picture("finished");
    try (var results = Files.list(folder.resolve("results/my-landscape"))) {
      assertEquals(
          List.of("report.html", "results.json", "torsion.comparison.csv"),
          results.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void aLongRunIsWatchedAndCancelled() throws Exception {
    write(
        """
        title: A long one
        source: {model: double-well-2d, parameters: {h: 3, k: 6}, temperature: {kT: 1}, segments: 100000, frames: 20000, spacing: 0.02, seed: 7}
        coordinates:
          - {name: r, type: linear-combination, of: [q1, q2], coefficients: [0.359, 0.933]}
        analysis:
          - {step: comparison, of: r}
          - {step: free-energy, of: [q1, q2], bins: [40, 40]}
        """);
    click("#submit");
    shows("#result-state", "A long one: running");
    find("#live svg.chart path");
    find("#live svg.chart image[href^='data:image/png']");
    picture("running");
    click("#job-table [data-keep^=cancel]");
    shows("#job-table", "cancelled");
    assertFalse(Files.exists(folder.resolve("results/a-long-one")));
  }

  @Test
  void aJobThatIsWrongSaysWhere() {
    write(
        """
        title: Wrong
        source: {model: double-well-2d, temperature: {kT: 1}, frames: 10, spacing: 0.02}
        analysis:
          - {step: comparsion, of: q1}
        """);
    click("#check");
    shows("#verdict", "did you mean 'comparison'?");
    shows("#verdict", "line 4");
  }

  @Test
  void anExtensionComesAndGoesWhileThePageIsOpen() throws Exception {
    Path jar = folder.resolve("extensions/example.jar");
    assertTrue(types("#coordinate-type").contains("distance"));
    assertFalse(types("#coordinate-type").contains("transfer"));
    Files.copy(Repository.extension(), jar);
    patience.until(any -> types("#coordinate-type").contains("transfer"));
    patience.until(any -> types("#step-type").contains("half-life"));
    click("#show-installed");
    find("#installed-search").sendKeys("transfer");
    shows("#installed-rows", "org.chikei.extension-example 0.1.0");
    picture("installed");
    click("#close-installed");
    Files.delete(jar);
    patience.until(any -> !types("#coordinate-type").contains("transfer"));
  }

  /** The types that a form offers, read at one go: it may be drawn anew at any moment. */
  private List<?> types(String css) {
    return (List<?>)
        browser.executeScript(
            "return [...document.querySelectorAll(arguments[0] + ' option')].map(o => o.value)",
            css);
  }
}
