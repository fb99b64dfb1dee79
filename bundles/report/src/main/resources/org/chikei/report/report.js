// Reads the curves out under the pointer. The page is whole without it.
(function () {
  "use strict";

  // The points of path data of absolute coordinates.
  function points(data) {
    var numbers = data.replace(/h0/g, "").match(/-?[\d.]+/g) || [];
    return numbers.flatMap(function (text, i) {
      return i % 2 ? [] : [[Number(text), Number(numbers[i + 1])]];
    });
  }

  // Half the height of a band at each of its places: upper edge forth, lower edge back.
  function halfHeights(data) {
    var found = new Map();
    data.split("z").forEach(function (piece) {
      var edge = points(piece);
      edge.slice(0, edge.length / 2).forEach(function (upper, i) {
        found.set(upper[0], Math.abs(edge[edge.length - 1 - i][1] - upper[1]) / 2);
      });
    });
    return found;
  }

  function numbers(text) {
    return text.split(" ").map(Number);
  }

  function element(name, parent, className) {
    var made = parent.namespaceURI.endsWith("svg")
      ? document.createElementNS(parent.namespaceURI, name)
      : document.createElement(name);
    made.setAttribute("class", className);
    parent.appendChild(made);
    return made;
  }

  function decimals(span) {
    return Math.min(12, Math.max(0, 4 - Math.ceil(Math.log10(span))));
  }

  function text(value, span) {
    return value.toFixed(decimals(span)).replace("-", "\u2212");
  }

  function attach(figure, plot) {
    var area = numbers(plot.dataset.area);
    var xs = numbers(plot.dataset.x);
    var ys = numbers(plot.dataset.y);
    var labels = figure.querySelectorAll(".legend [data-label]");
    var perPixel = (ys[1] - ys[0]) / area[3];
    var curves = Array.from(plot.querySelectorAll("[data-curve]")).map(function (line) {
      var band = plot.querySelector("[data-band='" + line.dataset.curve + "']");
      return {
        label: labels[line.dataset.curve],
        colour: line.getAttribute("class").replace(/line|dashed|dots/g, ""),
        points: points(line.getAttribute("d")),
        errors: band ? halfHeights(band.getAttribute("d")) : new Map()
      };
    });
    curves.reverse();
    if (curves.length === 0) {
      return;
    }
    // The browser would show the title of the figure on top of what is read out.
    var title = plot.querySelector("title");
    plot.setAttribute("aria-label", title.textContent);
    plot.removeAttribute("aria-labelledby");
    title.remove();
    var room = plot.querySelector("svg");
    var marks = element("g", room, "marks");
    var box = element("div", figure, "readout");

    function hide() {
      marks.replaceChildren();
      box.hidden = true;
    }

    function show(event) {
      var at = new DOMPoint(event.clientX, event.clientY)
        .matrixTransform(plot.getScreenCTM().inverse()).x - area[0];
      var nearest = NaN;
      curves.forEach(function (curve) {
        curve.points.forEach(function (point) {
          if (!(Math.abs(point[0] - at) >= Math.abs(nearest - at))) {
            nearest = point[0];
          }
        });
      });
      hide();
      if (!(12 >= Math.abs(nearest - at))) {
        return;
      }
      element("path", marks, "cursor").setAttribute("d", "M" + nearest + " 0v" + area[3]);
      box.replaceChildren();
      var x = xs[0] + nearest / area[2] * (xs[1] - xs[0]);
      var unit = plot.dataset.unit;
      element("strong", box, "").textContent = plot.dataset.label + " = " + text(x, xs[1] - xs[0]) +
        (unit === "°" ? unit : "\u00a0" + unit);
      curves.forEach(function (curve) {
        var point = curve.points.find(function (one) {
          return one[0] === nearest;
        });
        if (!point) {
          return;
        }
        var dot = element("circle", marks, "dot" + curve.colour);
        dot.setAttribute("cx", point[0]);
        dot.setAttribute("cy", point[1]);
        dot.setAttribute("r", 4);
        var row = element("div", box, "");
        element("i", row, curve.colour);
        element("span", row, "").replaceChildren(...curve.label.cloneNode(true).childNodes);
        var error = curve.errors.get(nearest);
        element("b", row, "").textContent =
          text(ys[0] + (area[3] - point[1]) * perPixel, ys[1] - ys[0]) +
          (error === undefined ? "" : " ± " + text(error * perPixel, ys[1] - ys[0]));
      });
      box.hidden = false;
      var frame = figure.getBoundingClientRect();
      var over = room.getBoundingClientRect();
      var place = over.left + nearest / area[2] * over.width - frame.left;
      box.style.left = (place > frame.width / 2 ? place - box.offsetWidth - 14 : place + 14) + "px";
      box.style.top = over.top - frame.top + 8 + "px";
    }

    hide();
    plot.addEventListener("pointermove", show);
    plot.addEventListener("pointerleave", hide);
  }

  document.querySelectorAll("figure").forEach(function (figure) {
    figure.querySelectorAll("svg.plot").forEach(function (plot) {
      attach(figure, plot);
    });
  });
})();
