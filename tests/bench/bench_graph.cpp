// The access of an account with many bindings: from what is known of the cluster to the end of the paint that shows it, a frame while it is
// moved, one while it is zoomed and one while the pointer lights a path, beside the floor: filling the same rectangle. bench_graph [BINDINGS];
// 500 when not given. Exit code 1 when a bar is missed.

#include "models/rbac/AccessPicture.h"
#include "widgets/base/Theme.h"
#include "widgets/graph/GraphView.h"
#include "widgets/rbac/AccessWords.h"

#include <QApplication>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace {

using Clock = std::chrono::steady_clock;

constexpr double FirstBar = 50;
constexpr double FrameBar = 16.7;
constexpr int Runs = 5;
constexpr int Frames = 60;
const QSize size(1440, 700);

double since(Clock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// Each binding has a role of its own, so that nothing is stacked.
rbac::Inputs inputsWith(std::size_t bindings)
{
    rbac::Inputs inputs;
    for (std::size_t i = 0; i < bindings; ++i) {
        const std::string number = std::to_string(i), place = "team-" + std::to_string(i % 40);
        auto role = std::make_shared<rbac::Role>();
        role->ref = {"Role", place, "reader-" + number};
        role->rules = {{{"get", "list", "watch"}, {""}, {"pods", "services", "configmaps"}, {}, {}}};
        inputs.roles.push_back(role);
        auto binding = std::make_shared<rbac::Binding>();
        binding->ref = {"RoleBinding", place, "read-" + number};
        binding->roleRef = {"rbac.authorization.k8s.io", "Role", "reader-" + number};
        binding->subjects = {{"ServiceAccount", {}, "shop", "front"}};
        inputs.bindings.push_back(binding);
    }
    for (int i = 0; i < 20; ++i)
        inputs.pods.push_back({{"Pod", "shop", "web-" + std::to_string(i)}, "front", {}, "Running", {}, {}, {}});
    return inputs;
}

struct Figures { double first = 0, picture = 0, move = 0, zoom = 0, light = 0, floor = 0; };

/// All of the widget's own painting, on screen or not.
void paint(graph::GraphView &view)
{
    static QImage screen(size, QImage::Format_ARGB32_Premultiplied);
    view.render(&screen);
}

template<typename Change>
double worstFrame(graph::GraphView &view, Change change)
{
    double worst = 0;
    for (int i = 0; i < Frames; ++i) {
        const auto begin = Clock::now();
        change(i);
        paint(view);
        worst = std::max(worst, since(begin));
    }
    return worst;
}

void turnWheel(graph::GraphView &view, const QPoint &delta, Qt::KeyboardModifiers modifiers)
{
    const QPointF middle = QRectF(view.rect()).center();
    QWheelEvent wheel(middle, view.mapToGlobal(middle), modifiers ? QPoint() : delta, delta, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&view, &wheel);
}

Figures run(const std::shared_ptr<const rbac::Basis> &basis)
{
    graph::GraphView view(QStringLiteral("Graph"));
    view.resize(size);
    view.show();
    paint(view);
    Figures figures;
    auto begin = Clock::now();
    const rbac::AccessPicture picture = rbac::pictureOf(basis, {{rbac::Identity::ofServiceAccount({"shop", "front"})}, true, rbac::drawingWords()});
    figures.picture = since(begin);
    view.showScene(std::make_shared<const graph::Scene>(picture.drawing, picture.layout));
    paint(view);
    figures.first = since(begin);
    figures.move = worstFrame(view, [&](int) { turnWheel(view, {3, -40}, {}); });
    figures.light = worstFrame(view, [&](int i) { view.setCurrent({i % view.scene()->count()}); });
    view.showAll();
    figures.zoom = worstFrame(view, [&](int i) { turnWheel(view, {0, i < Frames / 2 ? 40 : -40}, Qt::ControlModifier); });
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    begin = Clock::now();
    QPainter(&image).fillRect(image.rect(), Qt::white);
    figures.floor = since(begin);
    return figures;
}

double medianOf(const std::vector<Figures> &all, double Figures::*figure)
{
    std::vector<double> values;
    for (const Figures &figures : all)
        values.push_back(figures.*figure);
    return median(std::move(values));
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    base::Theme::instance().apply(base::ThemeChoice::Light);
    const std::size_t bindings = argc > 1 ? std::stoul(argv[1]) : 500;
    rbac::Inputs inputs = inputsWith(bindings);
    const auto begin = Clock::now();
    const auto basis = std::make_shared<const rbac::Basis>(std::move(inputs));
    const double known = since(begin);
    std::vector<Figures> all;
    for (int i = 0; i < Runs; ++i)
        all.push_back(run(basis));
    const double first = medianOf(all, &Figures::first), move = medianOf(all, &Figures::move), zoom = medianOf(all, &Figures::zoom), light = medianOf(all, &Figures::light);
    std::printf("%zu bindings: judged by after %.1f ms aside, first drawing %.1f ms (bar %.0f; %.1f of it aside), longest frame while moved %.1f, zoomed %.1f, lit %.1f ms (bar %.1f); filling the rectangle %.2f ms\n",
                bindings, known, first, FirstBar, medianOf(all, &Figures::picture), move, zoom, light, FrameBar, medianOf(all, &Figures::floor));
    return first <= FirstBar && std::max({move, zoom, light}) <= FrameBar ? 0 : 1;
}
