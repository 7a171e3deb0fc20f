#include "models/rbac/RiskPicture.h"

#include "models/rbac/FilledWords.h"
#include "models/rbac/RightHolders.h"
#include "models/rbac/RiskCut.h"
#include "models/rbac/RiskInclusion.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace rbac {

namespace {

constexpr std::size_t MostPaths = 5;

std::string captionOf(const ObjectRef &ref) { return ref.kind + (ref.namespaceName.empty() ? "" : " · " + ref.namespaceName); }

std::string attackOf(std::string_view id, const RiskWords &words)
{
    const std::size_t number = numberOf(id);
    return words.attacks.empty() ? std::string(riskRules()[number].attack) : words.attacks[number];
}

bool isOfMasters(const Risk &risk) { return isSomebody(risk.subject) && Identity::ofSubject(risk.subject).isIn(mastersGroup); }

/// Puts boxes beside each other, each once, and lines between them.
class Sketch
{
public:
    explicit Sketch(std::string title) { m_way.drawing.title = std::move(title); }

    void head(int column, const std::string &text) { m_way.drawing.headings.push_back({column, text}); }

    graph::Box &add(const std::string &id, int column, const std::string &title, const std::string &caption, graph::Tone tone)
    {
        const auto known = std::ranges::find(m_way.drawing.boxes, id, &graph::Box::id);
        if (known != m_way.drawing.boxes.end())
            return *known;
        graph::Box box;
        box.id = id;
        box.column = column;
        box.title = title;
        box.caption = caption;
        box.tone = tone;
        return m_way.drawing.boxes.emplace_back(std::move(box));
    }

    graph::Box &addObject(const std::string &id, int column, const ObjectRef &ref, graph::Tone tone)
    {
        m_way.objects.emplace(id, ref);
        graph::Box &box = add(id, column, ref.name, captionOf(ref), tone);
        box.rounded = isSomebody(ref);
        return box;
    }

    void join(const std::string &from, const std::string &to, graph::Tone tone, const graph::Marks &marks)
    {
        const auto isSame = [&](const graph::Line &line) { return line.from == from && line.to == to; };
        if (std::ranges::find_if(m_way.drawing.lines, isSame) == m_way.drawing.lines.end())
            m_way.drawing.lines.push_back({from, to, {}, tone, marks, {}});
    }

    RiskWay finished()
    {
        m_way.layout = graph::layOut(graph::graphOf(m_way.drawing));
        return std::move(m_way);
    }

    RiskWay &way() { return m_way; }

private:
    RiskWay m_way;
};

/// The boxes of a finding from left to right, those that it has.
void drawChain(const Basis &basis, const Risk &risk, const RiskWords &words, Sketch &sketch)
{
    const std::string place = risk.namespaceName.empty() ? words.everywhere : filled(words.onlyIn, risk.namespaceName);
    const bool isBound = !risk.binding.isEmpty(), isWide = risk.binding->kind == "ClusterRoleBinding";
    std::vector<std::string> ids{risk.subject.text()};
    sketch.head(0, words.identity);
    sketch.addObject(ids.back(), 0, risk.subject, graph::Tone::Accent);
    if (isBound) {
        ids.push_back(risk.binding.text());
        sketch.head(1, words.binding);
        sketch.addObject(ids.back(), 1, risk.binding, graph::Tone::Binding).marks.clusterWide = isWide;
    }
    if (!risk.role.isEmpty()) {
        ids.push_back(risk.role.text());
        sketch.head(2, words.role);
        graph::Box &role = sketch.addObject(ids.back(), 2, risk.role, graph::Tone::Role);
        role.marks.dangling = !basis.evaluator.findRole(risk.role);
        role.marks.clusterWide = isWide;
    }
    if (const std::string rule = ruleText(risk, basis.evaluator, words.saying); !rule.empty()) {
        ids.push_back("rule");
        sketch.head(3, words.rule);
        sketch.add(ids.back(), 3, rule, filled(words.ruleNumber, std::to_string(*risk.rule + 1)), graph::Tone::Neutral);
    }
    ids.push_back("effect");
    sketch.head(4, words.effect);
    sketch.add(ids.back(), 4, attackOf(risk.id, words), std::string(risk.id) + " · " + place, graph::Tone::Neutral).marks.risk = true;
    graph::Marks marks;
    marks.clusterWide = isWide;
    for (std::size_t i = 0; i + 1 < ids.size(); ++i)
        sketch.join(ids[i], ids[i + 1], i == 0 ? graph::Tone::Binding : graph::Tone::Role, marks);
}

/// Once each, the gravest first.
std::vector<std::string_view> includedIn(const Basis &basis, const Risk &risk)
{
    std::vector<std::pair<Severity, std::string_view>> parts;
    for (const std::uint32_t part : RiskInclusion(basis.risks()).partsOf(risk))
        parts.emplace_back(basis.risks()[part].severity, basis.risks()[part].id);
    std::ranges::sort(parts);
    const auto repeated = std::ranges::unique(parts);
    parts.erase(repeated.begin(), repeated.end());
    std::vector<std::string_view> out;
    std::ranges::transform(parts, std::back_inserter(out), &std::pair<Severity, std::string_view>::second);
    return out;
}

/// What the rule gives besides is one box: it is one cause.
void drawIncluded(const Risk &risk, const RiskWords &words, Sketch &sketch)
{
    const std::size_t count = sketch.way().included.size();
    if (count == 0)
        return;
    sketch.add("included", 4, filled(words.more, std::to_string(count)), words.sameRule, graph::Tone::Neutral).marks.risk = true;
    graph::Marks marks;
    marks.clusterWide = risk.binding->kind == "ClusterRoleBinding";
    sketch.join("rule", "included", graph::Tone::Role, marks);
}

/// Steps that need no binding.
std::string plainStep(const std::string &edge, const RiskWords &words)
{
    if (edge == "runs-as")
        return words.runsAs;
    return edge == "node-pods" ? words.nodePods : edge == "token-secret" ? words.tokenSecret : edge;
}

std::string namesOf(const std::vector<ObjectRef> &bindings)
{
    std::string out;
    for (const ObjectRef &binding : bindings)
        out.append(out.empty() ? "" : " + ").append(binding.name);
    return out;
}

/// Draws the steps of one way: places in the even columns, what leads on in the odd ones.
class WayDrawing
{
public:
    WayDrawing(const RiskWords &words, Sketch &sketch) : m_words(words), m_sketch(sketch) { }

    void add(const EscalationPath &path, bool isFirst)
    {
        m_marks.onPath = isFirst;
        for (std::size_t i = 0; i < path.steps.size(); ++i) {
            const EscalationStep &step = path.steps[i];
            const int column = static_cast<int>(2 * i);
            addPlace(step.from, column);
            const std::string through = addStep(step, column + 1);
            addPlace(step.to, column + 2);
            m_sketch.join(step.from, through, graph::Tone::Binding, m_marks);
            m_sketch.join(through, step.to, graph::Tone::Accent, m_marks);
        }
    }

private:
    void addPlace(const std::string &place, int column)
    {
        const auto ref = ObjectRef::parse(place);
        const auto target = EscalationTarget::parse(place);
        graph::Box &box = ref && !target ? m_sketch.addObject(place, column, *ref, graph::Tone::Accent) : m_sketch.add(place, column, targetText(target), place, graph::Tone::Neutral);
        box.marks.risk = target.has_value();
        box.marks.onPath = box.marks.onPath || m_marks.onPath;
    }

    std::string targetText(const std::optional<EscalationTarget> &target) const
    {
        if (!target)
            return {};
        if (target->kind == EscalationTarget::Kind::NamespaceAdmin)
            return filled(m_words.namespaceAdmin, target->namespaceName);
        return target->kind == EscalationTarget::Kind::Node ? m_words.node : m_words.clusterAdmin;
    }

    std::string addStep(const EscalationStep &step, int column)
    {
        const bool isRisk = !step.edge.empty() && step.edge.front() == 'R';
        const std::string words = isRisk ? attackOf(step.edge, m_words) : plainStep(step.edge, m_words);
        std::string id = step.from + " > " + step.edge + namesOf(step.needs);
        graph::Box &box = m_sketch.add(id, column, step.needs.empty() ? words : namesOf(step.needs), step.needs.empty() ? step.edge : words, graph::Tone::Binding);
        if (step.needs.size() == 1)
            m_sketch.way().objects.emplace(id, step.needs.front());
        box.marks.clusterWide = std::ranges::any_of(step.needs, [](const ObjectRef &binding) { return binding.kind == "ClusterRoleBinding"; });
        box.marks.onPath = box.marks.onPath || m_marks.onPath;
        return id;
    }

    const RiskWords &m_words;
    Sketch &m_sketch;
    graph::Marks m_marks;
};

RiskWay wayTo(const EscalationTarget &target, std::vector<EscalationPath> paths, const RiskWords &words)
{
    Sketch sketch(words.title);
    std::size_t longest = 0;
    for (const EscalationPath &path : paths)
        longest = std::max(longest, path.steps.size());
    sketch.head(0, words.identity);
    for (std::size_t i = 0; i < longest; ++i) {
        sketch.head(static_cast<int>(2 * i + 1), words.step);
        sketch.head(static_cast<int>(2 * i + 2), words.place);
    }
    WayDrawing drawing(words, sketch);
    for (std::size_t i = 0; i < paths.size(); ++i)
        drawing.add(paths[i], i == 0);
    sketch.way().target = target;
    sketch.way().cut = paths.front().cut;
    sketch.way().paths = std::move(paths);
    return sketch.finished();
}

} // namespace

RiskWay wayOf(const Basis &basis, const Risk &risk, const RiskWords &words)
{
    Sketch sketch(words.title);
    drawChain(basis, risk, words, sketch);
    sketch.way().included = includedIn(basis, risk);
    drawIncluded(risk, words, sketch);
    sketch.way().cut = cutOfRisk(basis.evaluator, basis.inputs, risk);
    sketch.way().isOfMasters = isOfMasters(risk);
    return sketch.finished();
}

Escalations escalationsOf(const Basis &basis, const Risk &risk, const RiskWords &words, std::stop_token stopped)
{
    Escalations out;
    std::vector<EscalationTarget> targets = {{EscalationTarget::Kind::ClusterAdmin, {}}, {EscalationTarget::Kind::Node, {}}};
    if (!risk.namespaceName.empty())
        targets.push_back({EscalationTarget::Kind::NamespaceAdmin, risk.namespaceName});
    for (const EscalationTarget &target : targets) {
        if (!isSomebody(risk.subject) || stopped.stop_requested())
            break;
        EscalationSearch found = searchEscalations(basis.evaluator, basis.inputs, Identity::ofSubject(risk.subject), target, {MostPaths}, stopped);
        out.isWhole = out.isWhole && found.isWhole;
        if (!found.paths.empty())
            out.ways.emplace_back(wayTo(target, std::move(found.paths), words)).isOfMasters = isOfMasters(risk);
    }
    return stopped.stop_requested() ? Escalations() : out;
}

} // namespace rbac
