package org.chikei.web;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.InputException;
import org.chikei.api.job.JobException;
import org.chikei.api.job.JobQueue;
import org.chikei.api.job.Workbench;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * The workbench page under {@code /chikei/}, and the programming interface that it uses under
 * {@code /chikei/api/}. Answers are JSON; what is refused has the key {@code error}, and a job that
 * cannot be run as it is written has {@code problems}.
 */
@Component(
    service = Servlet.class,
    configurationPid = PageConfiguration.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@HttpWhiteboardServletPattern("/chikei/*")
@Designate(ocd = PageConfiguration.class)
public final class WorkbenchServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String INTERFACE = "/api/";
  private static final String VIEW = "/view/";
  private static final int SMALL = 1 << 16;

  private final transient Access access;
  private final transient DataRoutes data;
  private final transient JobRoutes jobs;

  /**
   * Opens the page.
   *
   * @param configuration who may use it, and where it works
   * @param context tells the version
   * @param workbench what checks jobs and knows what is installed
   * @param queue what runs jobs
   * @throws IOException if the folder is not there
   */
  @Activate
  public WorkbenchServlet(
      PageConfiguration configuration,
      BundleContext context,
      @Reference Workbench workbench,
      @Reference JobQueue queue)
      throws IOException {
    long limit = configuration.upload_limit() << 20;
    Folder folder = new Folder(Path.of(configuration.folder()), limit);
    this.access = new Access(configuration.hosts(), configuration.token());
    this.data = new DataRoutes(workbench, folder);
    this.jobs =
        new JobRoutes(context.getBundle().getVersion().toString(), workbench, queue, folder, limit);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    guard(response);
    String path = request.getPathInfo() == null ? "" : request.getPathInfo();
    try {
      access.admit(request);
      if (path.startsWith(INTERFACE)) {
        access.authorise(request);
        answer(Call.of(request, path.substring(INTERFACE.length())), response);
      } else if (!request.getMethod().equals("GET")) {
        throw new Refusal(405, "the page can only be looked at");
      } else if (path.startsWith(VIEW)) {
        jobs.view(List.of(path.substring(VIEW.length()).split("/")), response);
      } else if (path.isEmpty()) {
        response.sendRedirect(request.getRequestURI() + "/");
      } else {
        Assets.send(path.equals("/") ? "index.html" : path.substring(1), response);
      }
    } catch (Refusal refusal) {
      drain(request);
      refuse(refusal.status(), Map.of("error", refusal.getMessage()), response);
    }
  }

  /** Takes in what little was sent with a request that is refused: its connection goes on then. */
  private static void drain(HttpServletRequest request) throws IOException {
    long length = request.getContentLengthLong();
    if (length > 0 && length <= SMALL) {
      request.getInputStream().readNBytes((int) length);
    }
  }

  private static void guard(HttpServletResponse response) {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
  }

  private void answer(Call call, HttpServletResponse response) throws IOException, Refusal {
    try {
      Object answer = data.answer(call);
      if (answer == null) {
        answer = jobs.answer(call);
      }
      if (answer == null) {
        throw Refusal.notFound("such call; the README lists what can be asked");
      }
      json(answer, response);
    } catch (JobException wrong) {
      Map<String, Object> problems = new LinkedHashMap<>();
      problems.put("error", "the job cannot be run as it is written");
      problems.put("problems", wrong.problems());
      refuse(422, problems, response);
    } catch (InputException fault) {
      throw new Refusal(422, fault.getMessage());
    } catch (FileSystemException fault) {
      throw new Refusal(500, "a file of this page's folder cannot be used: " + fault);
    }
  }

  private static void refuse(int status, Object answer, HttpServletResponse response)
      throws IOException {
    response.reset();
    guard(response);
    response.setStatus(status);
    if (status == 413) {
      // the rest of a large upload is not waited for
      response.setHeader("Connection", "close");
    }
    json(answer, response);
  }

  private static void json(Object answer, HttpServletResponse response) throws IOException {
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    Json.write(answer, response.getOutputStream());
  }
}
