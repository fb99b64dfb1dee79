package org.chikei.batch.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chikei.api.job.JobException;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Makes a tree of the parser's events without recursion. The depth and, where aliases repeat parts
 * of the file, the total number of values are bounded, so that no file can exhaust the memory or
 * the stack.
 */
final class TreeBuilder {
  private static final int DEEPEST = 50;
  private static final long MOST_VALUES = 100_000;
  private static final String TEXT_TAG = "tag:yaml.org,2002:str";

  private final String file;
  private final Problems problems;
  private final Deque<Open> open = new ArrayDeque<>();
  private final Map<Anchor, JobNode> anchors = new HashMap<>();
  private final Map<JobNode, Long> sizes = new IdentityHashMap<>();
  private JobNode top;

  TreeBuilder(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  JobNode top() {
    return top;
  }

  void take(Event event) throws JobException {
    switch (event.getEventId()) {
      case Scalar -> scalar((ScalarEvent) event);
      case Alias -> alias((AliasEvent) event);
      case SequenceStart, MappingStart -> begin((CollectionStartEvent) event);
      case SequenceEnd, MappingEnd -> end();
      case DocumentStart -> {
        if (top != null) {
          throw refuse(place(event), "a second document begins here; a job file holds one");
        }
      }
      default -> {}
    }
  }

  private void scalar(ScalarEvent event) throws JobException {
    Place place = place(event);
    String tag = event.getTag().orElse("");
    if (!tag.isEmpty() && !tag.equals(TEXT_TAG) && !tag.equals("!")) {
      throw refuse(place, "the tag " + tag + " is not understood in a job");
    }
    JobNode.Kind kind =
        event.isPlain() && tag.isEmpty()
            ? ScalarKinds.ofPlain(event.getValue())
            : JobNode.Kind.TEXT;
    JobNode node = new JobNode.Scalar(place, kind, event.getValue());
    sizes.put(node, 1L);
    add(node, event.getAnchor());
  }

  private void alias(AliasEvent event) throws JobException {
    JobNode node = anchors.get(event.getAlias());
    if (node == null) {
      throw refuse(
          place(event), "the alias *" + event.getAlias().getValue() + " refers to nothing above");
    }
    add(node, Optional.empty());
  }

  private void begin(CollectionStartEvent event) throws JobException {
    Place place = place(event);
    if (open.size() >= DEEPEST) {
      throw refuse(place, "values are nested more than " + DEEPEST + " deep here");
    }
    open.push(new Open(place, event.getEventId() == Event.ID.MappingStart, event.getAnchor()));
  }

  private void end() throws JobException {
    Open done = open.pop();
    JobNode node =
        done.mapping
            ? new JobNode.Entries(done.place, done.entries)
            : new JobNode.Items(done.place, done.items);
    sizes.put(node, done.size);
    add(node, done.anchor);
  }

  private void add(JobNode node, Optional<Anchor> anchor) throws JobException {
    anchor.ifPresent(a -> anchors.put(a, node));
    if (open.isEmpty()) {
      top = node;
      return;
    }
    Open parent = open.peek();
    parent.size += sizes.get(node);
    if (parent.size > MOST_VALUES) {
      throw refuse(parent.place, "holds more than " + MOST_VALUES + " values");
    }
    if (!parent.mapping) {
      parent.items.add(node);
    } else if (parent.key == null) {
      parent.key = key(parent, node);
    } else {
      parent.entries.add(new JobNode.Entry(parent.key, node));
      parent.key = null;
    }
  }

  private JobNode.Scalar key(Open parent, JobNode node) throws JobException {
    if (!(node instanceof JobNode.Scalar key)) {
      throw refuse(node.place(), node.kindInWords() + " cannot be a key");
    }
    if (key.kind() == JobNode.Kind.NOTHING) {
      throw refuse(key.place(), "a key is missing");
    }
    JobNode.Scalar first = parent.keys.putIfAbsent(key.kind() + key.text(), key);
    if (first != null) {
      problems.add(
          key.place(),
          "",
          "the key '" + key.text() + "' stands already in line " + first.place().line());
    }
    return key;
  }

  private Place place(Event event) {
    return event
        .getStartMark()
        .map(m -> new Place(file, m.getLine() + 1, m.getColumn() + 1))
        .orElse(new Place(file, 0, 0));
  }

  private static JobException refuse(Place place, String message) {
    return new JobException(List.of(place.problem(message)));
  }

  /** A list or mapping whose end has not come yet. */
  private static final class Open {
    final Place place;
    final boolean mapping;
    final Optional<Anchor> anchor;
    final List<JobNode> items = new ArrayList<>();
    final List<JobNode.Entry> entries = new ArrayList<>();
    final Map<String, JobNode.Scalar> keys = new HashMap<>();
    JobNode.Scalar key;
    long size = 1;

    Open(Place place, boolean mapping, Optional<Anchor> anchor) {
      this.place = place;
      this.mapping = mapping;
      this.anchor = anchor;
    }
  }
}
