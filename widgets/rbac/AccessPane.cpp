#include "widgets/rbac/AccessPane.h"

#include "models/rights/Claims.h"
#include "widgets/base/HealthText.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/StateNotice.h"
#include "widgets/base/TextLabel.h"
#include "widgets/base/Theme.h"
#include "widgets/graph/GraphView.h"
#include "widgets/rbac/AccessTwin.h"
#include "widgets/rbac/AccessWords.h"
#include "widgets/rbac/AnswerView.h"
#include "widgets/rbac/AskBar.h"
#include "widgets/rbac/ProofWords.h"
#include "widgets/rbac/Sentences.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace rbac {

using base::Meaning;
using base::Theme;

namespace {

constexpr int AnswerHeight = 220;
constexpr double ZoomStep = 1.25;

graph::Proofs signsOf(const std::vector<std::vector<rights::Proof>> &proofs)
{
    /// In the order of rights::Proof.
    constexpr std::array<graph::Sign, 5> signs{graph::Sign::None, graph::Sign::None, graph::Sign::Confirmed, graph::Sign::Contradicted, graph::Sign::Unknown};
    graph::Proofs out;
    for (const auto &row : proofs) {
        out.emplace_back();
        for (const rights::Proof proof : row)
            out.back().push_back(signs[static_cast<std::size_t>(proof)]);
    }
    return out;
}

bool isIdentity(const ObjectRef &ref) { return ref.kind == "ServiceAccount" || ref.kind == "User" || ref.kind == "Group"; }

} // namespace

AccessPane::AccessPane(QWidget *parent)
    : QWidget(parent), m_graph(new graph::GraphView(tr("Graph of access"), this)), m_twin(new AccessTwin(this)), m_views(new QStackedWidget(this))
    , m_stale(new base::StateNotice(base::StateNotice::Form::Strip, this)), m_unreadable(new base::StateNotice(base::StateNotice::Form::Strip, this)), m_counts(new base::PlainLabel(this))
    , m_sentence(new base::TextLabel(Meaning::Text, Theme::instance().bodyFont(), this)), m_ask(new AskBar(this)), m_answer(new AnswerView(this))
{
    m_sentence->setAccessibleName(tr("About what is selected"));
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->setAccessibleName(tr("Graph and answer"));
    splitter->addWidget(makeViews());
    splitter->addWidget(m_answer);
    splitter->setStretchFactor(0, 1);
    m_answer->setMinimumHeight(AnswerHeight / 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_stale);
    layout->addWidget(m_unreadable);
    layout->addWidget(splitter, 1);
    m_stale->hide();
    m_unreadable->hide();
    m_answer->hide();
    m_graph->setCellWay([this](const graph::Spot &cell) { return wayOfCell(cell); });
    connect(m_graph, &graph::GraphView::currentChanged, this, &AccessPane::tellSelected);
    connect(m_graph, &graph::GraphView::activated, this, &AccessPane::open);
    connect(m_twin, &AccessTwin::openRequested, this, &AccessPane::openRequested);
    connect(m_ask, &AskBar::asked, this, &AccessPane::asked);
    connect(m_answer, &AnswerView::noticed, this, &AccessPane::noticed);
    constexpr int together = 50;
    m_proofs.setSingleShot(true);
    m_proofs.setInterval(together);
    connect(&m_proofs, &QTimer::timeout, this, &AccessPane::tellProofs);
    connect(&Theme::instance(), &Theme::changed, this, &AccessPane::recolor);
    recolor();
}

QPushButton *AccessPane::addButton(QWidget *bar, const QString &text, const QString &tip)
{
    auto *button = new QPushButton(text, bar);
    button->setAutoDefault(false);
    button->setAccessibleName(tip);
    base::setPlainToolTip(button, tip);
    bar->layout()->addWidget(button);
    return button;
}

QWidget *AccessPane::makeBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(4 * Theme::Step, 2 * Theme::Step, 4 * Theme::Step, 2 * Theme::Step);
    layout->setSpacing(2 * Theme::Step);
    m_backButton = addButton(bar, QStringLiteral("←"), tr("Back to what was in the middle before"));
    m_backButton->hide();
    connect(m_backButton, &QPushButton::clicked, this, &AccessPane::backRequested);
    layout->addWidget(m_counts, 1);
    m_proof = new base::PlainLabel(bar);
    m_proof->setAccessibleName(tr("What the server confirms"));
    m_proof->setMinimumWidth(1);        // a narrow window cuts it, and its tool tip has all of it
    layout->addWidget(m_proof);
    m_verifyButton = addButton(bar, tr("Verify"), tr("Ask the server whether it says the same"));
    m_verifyButton->hide();
    connect(m_verifyButton, &QPushButton::clicked, this, &AccessPane::verify);
    m_foldButton = addButton(bar, tr("Fold defaults"), tr("One card for what Kubernetes or the platform brings"));
    m_foldButton->setCheckable(true);
    m_foldButton->setChecked(true);
    auto *smaller = addButton(bar, QStringLiteral("−"), tr("Smaller"));
    auto *larger = addButton(bar, QStringLiteral("+"), tr("Larger"));
    auto *all = addButton(bar, tr("Fit"), tr("Show the whole graph"));
    m_graphButton = addButton(bar, tr("Graph"), tr("Show as a graph"));
    m_tableButton = addButton(bar, tr("Table"), tr("Show the same as tables"));
    auto *group = new QButtonGroup(this);
    for (QPushButton *button : {m_graphButton, m_tableButton}) {
        button->setCheckable(true);
        group->addButton(button);
    }
    m_graphButton->setChecked(true);
    connect(m_foldButton, &QPushButton::toggled, this, &AccessPane::foldingChanged);
    connect(smaller, &QPushButton::clicked, this, [this] { m_graph->zoomBy(1 / ZoomStep); });
    connect(larger, &QPushButton::clicked, this, [this] { m_graph->zoomBy(ZoomStep); });
    connect(all, &QPushButton::clicked, this, [this] { m_graph->showAll(); });
    connect(m_tableButton, &QPushButton::toggled, this, [this](bool isOn) { m_views->setCurrentIndex(isOn ? 1 : 0); });
    return bar;
}

QWidget *AccessPane::makeViews()
{
    auto *top = new QWidget(this);
    auto *layout = new QVBoxLayout(top);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_views->addWidget(m_graph);
    m_views->addWidget(m_twin);
    layout->addWidget(m_views, 1);
    auto *about = new QWidget(top);
    auto *row = new QHBoxLayout(about);
    row->setContentsMargins(4 * Theme::Step, 2 * Theme::Step, 4 * Theme::Step, 0);
    row->addWidget(m_sentence, 1);
    m_centreButton = addButton(about, tr("Into the middle"), tr("Show the access of what is selected"));
    m_openButton = addButton(about, tr("Open"), tr("Open the page of what is selected"));
    connect(m_centreButton, &QPushButton::clicked, this, [this] {
        if (const auto ref = selectedObject())
            Q_EMIT centreRequested(*ref);
    });
    connect(m_openButton, &QPushButton::clicked, this, [this] { open(m_graph->current()); });
    layout->addWidget(about);
    layout->addWidget(m_ask);
    return top;
}

void AccessPane::showPicture(std::shared_ptr<const AccessPicture> picture)
{
    m_picture = std::move(picture);
    m_graph->showScene(std::make_shared<const graph::Scene>(m_picture->drawing, m_picture->layout));
    m_twin->show(m_picture);
    tellPicture();
    tellSelected();
    tellProofs();
    lightPath();
}

void AccessPane::tellPicture()
{
    const auto countOf = [&](GraphLayer layer) {
        std::size_t count = 0;
        for (const GraphNode &node : m_picture->whole.nodes)
            count += node.layer == layer ? node.stack : 0;
        return QLocale().toString(static_cast<qulonglong>(count));
    };
    const QString before = m_centreText.isEmpty() ? QString() : m_centreText + QStringLiteral(" · ");
    m_counts->show(before + tr("Pods: %1 · Groups: %2 · Bindings: %3 · Roles: %4")
                       .arg(countOf(GraphLayer::Pod), countOf(GraphLayer::Group), countOf(GraphLayer::Binding), countOf(GraphLayer::Role)));
    const QString unread = unreadableText(m_picture->basis->inputs);
    m_unreadable->setVisible(!unread.isEmpty());
    if (!unread.isEmpty())
        m_unreadable->tell(Meaning::Warning, tr("Not everything may be read"), unread);
}

void AccessPane::tellStale(const std::optional<rights::Stale> &stale)
{
    m_stale->setVisible(stale.has_value());
    if (stale)
        m_stale->tell(Meaning::Warning, tr("Stale since %1").arg(base::localTime(stale->state.since)), staleText(*stale),
                      {{tr("Try now"), [this] { Q_EMIT retryRequested(); }}}, stale->state.nextAttempt);
}

void AccessPane::tellSelected()
{
    const graph::Spot &spot = m_graph->current();
    QString text = tr("Select a box or a cell to see what it means. Arrow keys walk along the lines, Ctrl and the wheel zoom.");
    if (m_picture && spot.isValid()) {
        const graph::Box &box = m_graph->scene()->node(spot.box).box;
        const GraphNode *node = m_picture->node(box.id);
        if (node)
            text = sentenceOf(*m_picture, *node);
        else if (box.matrix && spot.isCell())
            text = sentenceOf(*m_picture, box.matrix->verbs[static_cast<std::size_t>(spot.column)], box.matrix->rows[static_cast<std::size_t>(spot.row)].name);
    }
    if (const ProofWords proof = proofOf(verdictOnCell(spot)); !proof.text.isEmpty())
        text += u' ' + proof.text + (proof.reason.isEmpty() ? QStringLiteral(".") : QStringLiteral(": ") + proof.reason);
    m_sentence->show(text.toStdString());
    tellActions();
}

void AccessPane::setServerWord(std::shared_ptr<rights::ServerWord> word)
{
    m_word = std::move(word);
    m_verifyButton->show();
    connect(m_word.get(), &rights::ServerWord::changed, &m_proofs, [this] {
        if (!m_proofs.isActive())
            m_proofs.start();
    });
}

void AccessPane::verify()
{
    std::vector<rights::Claim> claims = m_picture ? rights::claimsOf(*m_picture) : std::vector<rights::Claim>();
    if (m_shownAnswer)
        claims.push_back(rights::claimOf(*m_shownAnswer));
    m_word->ask(claims);
}

void AccessPane::tellProofs()
{
    if (!m_word || !m_picture)
        return;
    const ProofWords proof = proofOf(*m_word, *m_picture);
    m_proof->show(proof.text);
    base::setPlainToolTip(m_proof, proof.reason.isEmpty() ? proof.text : proof.text + u'\n' + proof.reason);
    m_proof->setStyleSheet(QStringLiteral("color: %1").arg(Theme::instance().color(proof.meaning).name()));
    const graph::Scene &scene = *m_graph->scene();
    const int box = scene.find(matrixId);
    m_graph->setProofs(box < 0 || proof.text.isEmpty() ? graph::Proofs() : signsOf(rights::proofsOf(*m_word, *m_picture, *scene.node(box).box.matrix)));
    m_answer->showProof(m_shownAnswer ? proofOf(m_word->verdictOn(rights::claimOf(*m_shownAnswer))) : ProofWords());
    tellSelected();
}

rights::Verdict AccessPane::verdictOnCell(const graph::Spot &cell) const
{
    const auto *table = m_word && m_picture && cell.isCell() ? &m_graph->scene()->node(cell.box).box.matrix : nullptr;
    if (!table || !*table)
        return {};
    return rights::verdictOn(*m_word, rights::claimsOf(*m_picture, (*table)->rows[static_cast<std::size_t>(cell.row)].name, (*table)->verbs[static_cast<std::size_t>(cell.column)]));
}

std::optional<ObjectRef> AccessPane::selectedObject() const
{
    const graph::Spot &spot = m_graph->current();
    const GraphNode *node = m_picture && spot.isValid() ? m_picture->node(m_graph->scene()->node(spot.box).box.id) : nullptr;
    return node && node->stack == 1 ? ObjectRef::parse(node->id) : std::nullopt;
}

/// What can be done with what is selected; nothing can be done with a stack or with what is in the middle already.
void AccessPane::tellActions()
{
    const auto ref = selectedObject();
    const auto isHere = [&](const Identity &identity) { return identity.ref() == *ref; };
    m_centreButton->setVisible(ref && isIdentity(*ref) && (m_picture->identities.size() > 1 || std::ranges::none_of(m_picture->identities, isHere)));
    m_openButton->setVisible(ref && addressOf(*ref));
}

void AccessPane::tellCentre(const ObjectRef &centre, bool canGoBack, std::size_t count)
{
    m_backButton->setVisible(canGoBack);
    m_centreText = canGoBack ? nameOf(centre) : QString();
    if (m_picture && count > m_picture->identities.size())
        m_centreText = tr("%1 of %2 identities").arg(QLocale().toString(static_cast<qulonglong>(m_picture->identities.size())), QLocale().toString(static_cast<qulonglong>(count)));
    if (m_picture)
        tellPicture();
}

void AccessPane::forgetView()
{
    m_graph->beginAnew();
}

QString AccessPane::sentence() const
{
    return m_sentence->text();
}

std::vector<std::string> AccessPane::wayOfCell(const graph::Spot &cell) const
{
    const auto &matrix = m_graph->scene()->node(cell.box).box.matrix;
    if (!matrix || !m_picture)
        return {};
    std::vector<std::string> references = wayOf(m_picture->rightsAt(matrix->rows[static_cast<std::size_t>(cell.row)].name, matrix->verbs[static_cast<std::size_t>(cell.column)]));
    if (!references.empty())
        for (const Identity &identity : m_picture->identities)
            references.push_back(identity.ref().text());
    return m_picture->boxesOf(references);
}

/// The path of the answer, if it is about somebody who is drawn.
void AccessPane::lightPath()
{
    const bool isDrawn = m_picture && m_shownAnswer && std::ranges::find(m_picture->identities, m_shownAnswer->question.identity) != m_picture->identities.end();
    m_graph->setPath(isDrawn ? m_picture->boxesOf(wayOf(*m_shownAnswer)) : std::vector<std::string>());
}

void AccessPane::showAnswer(std::shared_ptr<const Answer> answer)
{
    m_shownAnswer = answer;
    m_answer->show(std::move(answer));
    m_answer->show();
    tellProofs();
    lightPath();
}

void AccessPane::showHolders(const Holders &holders)
{
    m_shownAnswer = nullptr;
    m_answer->showHolders(holders);
    m_answer->show();
    lightPath();
}

void AccessPane::showProblem(const QString &problem)
{
    m_shownAnswer = nullptr;
    m_answer->showProblem(problem);
    m_answer->show();
    lightPath();
}

void AccessPane::showNoAnswer()
{
    m_shownAnswer = nullptr;
    m_answer->hide();
    lightPath();
}

void AccessPane::showTables(bool areShown)
{
    (areShown ? m_tableButton : m_graphButton)->setChecked(true);
}

bool AccessPane::showsTables() const
{
    return m_tableButton->isChecked();
}

bool AccessPane::foldsDefaults() const
{
    return m_foldButton->isChecked();
}

/// A single object; a stack has no page. Who has none comes into the middle.
void AccessPane::open(const graph::Spot &spot)
{
    const GraphNode *node = m_picture ? m_picture->node(m_graph->scene()->node(spot.box).box.id) : nullptr;
    const auto ref = node && node->stack == 1 ? ObjectRef::parse(node->id) : std::nullopt;
    if (const auto address = ref ? addressOf(*ref) : std::nullopt)
        Q_EMIT openRequested(*address);
    else if (ref && isIdentity(*ref))
        Q_EMIT centreRequested(*ref);
}

void AccessPane::recolor()
{
    const Theme &theme = Theme::instance();
    m_counts->setFont(theme.bodyFont());
    m_counts->setStyleSheet(QStringLiteral("color: %1").arg(theme.color(Meaning::Secondary).name()));
}

} // namespace rbac
