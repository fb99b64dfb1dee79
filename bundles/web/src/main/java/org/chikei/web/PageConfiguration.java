package org.chikei.web;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an administrator says of the page. Without a configuration there is no page. */
@ObjectClassDefinition(
    name = "Chikei workbench page",
    description = "Who may use the page, and which folder it works in.")
@interface PageConfiguration {

  /** The name of the configuration. */
  String PID = "org.chikei.web";

  /**
   * The folder.
   *
   * @return the only folder that the page, and the jobs that come from it, read and write
   */
  @AttributeDefinition(
      name = "Folder",
      description = "The only folder that the page and its jobs read and write.")
  String folder();

  /**
   * The token.
   *
   * @return what every request must bring
   */
  @AttributeDefinition(
      name = "Token",
      description = "What every request must bring as 'Authorization: Bearer TOKEN'.")
  String token();

  /**
   * The names of this server.
   *
   * @return the names that a request may call the server by
   */
  @AttributeDefinition(
      name = "Hosts",
      description =
          "The names that a request may call this server by. With those of this machine alone,"
              + " requests from other machines are refused.")
  String[] hosts() default {"127.0.0.1", "localhost", "[::1]"};

  /**
   * The largest upload.
   *
   * @return in MiB
   */
  @AttributeDefinition(name = "Upload limit", description = "The largest upload in MiB.")
  long upload_limit() default 512;
}
