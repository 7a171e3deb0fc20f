#include "widgets/rbac/AccessPane.h"

#include "models/rbac/AccountPresence.h"
#include "widgets/base/BarButton.h"
#include "widgets/base/CutLabel.h"
#include "widgets/base/HealthText.h"
#include "widgets/base/MenuButton.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/StateNotice.h"
#include "widgets/base/TextLabel.h"
#include "widgets/base/Theme.h"
#include "widgets/base/WhyNot.h"
#include "widgets/graph/GraphView.h"
#include "widgets/rbac/AccessExport.h"
#include "widgets/rbac/AccessTwin.h"
#include "widgets/rbac/AccessWords.h"
#include "widgets/rbac/AnswerView.h"
#include "widgets/rbac/AskBar.h"
#include "widgets/rbac/FindRow.h"
#include "widgets/rbac/HoldersView.h"
#include "widgets/rbac/ReachLink.h"
#include "widgets/rbac/ShareSplitter.h"

#include <QHBoxLayout>
#include <QKeySequence>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QStringList>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace rbac {

using base::Meaning;
using base::Theme;

namespace {

constexpr int LeastAnswerHeight = 140;
constexpr double AnswerShare = 0.45;
constexpr double WholeAnswerShare = 0.7;    ///< where nobody is drawn
constexpr double ZoomStep = 1.25;

} // namespace

AccessPane::AccessPane(QWidget *parent)
    : QWidget(parent), m_graph(new graph::GraphView(tr("Graph of access"), this)), m_twin(new AccessTwin(this)), m_views(new QStackedWidget(this)), m_parts(new ShareSplitter(Qt::Vertical, AnswerShare, this))
    , m_stale(new base::StateNotice(base::StateNotice::Form::Strip, this)), m_unreadable(new base::StateNotice(base::StateNotice::Form::Strip, this)), m_missing(new base::StateNotice(base::StateNotice::Form::Strip, this)), m_counts(new base::CutLabel(this))
    , m_sentence(new base::TextLabel(Meaning::Text, Theme::instance().bodyFont(), this))
    , m_lesson(new base::TextLabel(Meaning::Secondary, Theme::instance().captionFont(), this)), m_find(new FindRow(this)), m_ask(new AskBar(this)), m_answer(new AnswerView(this))
{
    m_sentence->setAccessibleDescription(tr("About what is selected"));
    m_lesson->setAccessibleDescription(tr("What it is"));
    m_parts->setAccessibleName(tr("Graph and answer"));
    m_parts->addWidget(makeViews());
    m_parts->addWidget(m_answer);
    m_answer->setMinimumHeight(LeastAnswerHeight);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_find);
    layout->addWidget(m_stale);
    layout->addWidget(m_unreadable);
    layout->addWidget(m_missing);
    layout->addWidget(m_parts, 1);
    m_stale->hide();
    m_unreadable->hide();
    m_missing->hide();
    m_answer->hide();
    m_find->hide();
    connect(m_find, &FindRow::looked, this, &AccessPane::tellFound);
    connect(m_find, &FindRow::stepped, this, &AccessPane::goToFound);
    connect(m_find, &FindRow::closed, this, [this] { (showsTables() ? static_cast<QWidget *>(m_twin) : m_graph)->setFocus(); });
    m_graph->setCellWay([this](const graph::Spot &cell) { return wayOfCell(cell); });
    connect(m_graph, &graph::GraphView::currentChanged, this, &AccessPane::tellSelected);
    connect(m_graph, &graph::GraphView::activated, this, &AccessPane::open);
    connect(m_twin, &AccessTwin::pointed, this, &AccessPane::tellSelected);
    connect(m_twin, &AccessTwin::openRequested, this, &AccessPane::openRequested);
    m_twin->setProofs([this](const Right &right) { return badgeOfRight(right); });
    connect(m_twin, &AccessTwin::verifyRequested, this, &AccessPane::verifyRight);
    connect(m_ask, &AskBar::asked, this, &AccessPane::asked);
    connect(m_answer, &AnswerView::verifyRequested, this, &AccessPane::verifyAnswer);
    connect(m_answer, &AnswerView::accessRequested, this, &AccessPane::centreRequested);
    connect(&m_answer->holders(), &HoldersView::verifyRequested, this, &AccessPane::verifyHolders);
    connect(m_answer, &AnswerView::openRequested, this, &AccessPane::openRequested);
    connect(m_answer, &AnswerView::noticed, this, &AccessPane::noticed);
    constexpr int together = 50;
    m_proofs.setSingleShot(true);
    m_proofs.setInterval(together);
    connect(&m_proofs, &QTimer::timeout, this, &AccessPane::tellProofs);
    connect(&Theme::instance(), &Theme::changed, this, &AccessPane::recolor);
    recolor();
}

QWidget *AccessPane::makeBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(4 * Theme::Step, 2 * Theme::Step, 4 * Theme::Step, 2 * Theme::Step);
    layout->setSpacing(2 * Theme::Step);
    m_backButton = base::addBarButton(*layout, QStringLiteral("←"), tr("Back to what was in the middle before"));
    m_backButton->hide();
    connect(m_backButton, &QPushButton::clicked, this, &AccessPane::backRequested);
    layout->addWidget(m_counts, 1);
    m_proof = new base::CutLabel(bar);
    m_proof->setAccessibleName(tr("What the server confirms"));
    layout->addWidget(m_proof);
    m_verifyButton = base::addBarButton(*layout, tr("Verify"), tr("Ask the server whether it says the same"));
    m_verifyButton->hide();
    connect(m_verifyButton, &QPushButton::clicked, this, &AccessPane::verify);
    m_viewAsButton = base::addBarButton(*layout, tr("View as"), tr("See the cluster with the eyes of what is in the middle"));
    m_viewAsButton->hide();
    connect(m_viewAsButton, &QPushButton::clicked, this, [this] { Q_EMIT viewAsRequested(m_picture->identities.front()); });
    m_foldButton = base::addBarButton(*layout, tr("Fold defaults"), tr("One card for what Kubernetes or the platform brings"));
    m_foldButton->setCheckable(true);
    m_foldButton->setChecked(true);
    m_onlyButton = base::addBarButton(*layout, tr("Only through it"), tr("Leave out what the same subjects may do through other bindings and roles"));
    m_onlyButton->setCheckable(true);
    m_onlyButton->setChecked(true);
    m_onlyButton->hide();
    connect(m_onlyButton, &QPushButton::toggled, this, &AccessPane::foldingChanged);
    auto *find = base::addBarButton(*layout, tr("Find"), tr("Find in the graph and in the tables (%1)").arg(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)));
    connect(find, &QPushButton::clicked, this, &AccessPane::openFind);
    auto *smaller = base::addBarButton(*layout, QStringLiteral("−"), tr("Smaller"));
    auto *larger = base::addBarButton(*layout, QStringLiteral("+"), tr("Larger"));
    auto *all = base::addBarButton(*layout, tr("Fit"), tr("Show the whole graph"));
    addExport(*layout);
    m_graphButton = base::addBarButton(*layout, tr("Graph"), tr("Show as a graph"));
    m_tableButton = base::addBarButton(*layout, tr("Table"), tr("Show the same as tables"));
    base::makeChoice(this, {m_graphButton, m_tableButton});
    connect(m_foldButton, &QPushButton::toggled, this, [this] {
        m_unfolded.clear();
        Q_EMIT foldingChanged();
    });
    connect(smaller, &QPushButton::clicked, this, [this] { m_graph->zoomBy(1 / ZoomStep); });
    connect(larger, &QPushButton::clicked, this, [this] { m_graph->zoomBy(ZoomStep); });
    connect(all, &QPushButton::clicked, this, [this] { m_graph->showAll(); });
    connect(m_tableButton, &QPushButton::toggled, this, [this](bool isOn) {
        m_views->setCurrentIndex(isOn ? 1 : 0);
        tellSelected();
    });
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
    m_about = makeAbout(top);
    layout->addWidget(m_about);
    layout->addWidget(m_ask);
    return top;
}

QWidget *AccessPane::makeAbout(QWidget *parent)
{
    auto *about = new QWidget(parent);
    auto *row = new QHBoxLayout(about);
    row->setContentsMargins(4 * Theme::Step, 2 * Theme::Step, 4 * Theme::Step, 0);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(m_sentence);
    texts->addWidget(m_lesson);
    row->addLayout(texts, 1);
    m_unfoldButton = base::addBarButton(*row, tr("Unfold"), tr("Show each object of this card"));
    connect(m_unfoldButton, &QPushButton::clicked, this, &AccessPane::unfold);
    m_centreButton = base::addBarButton(*row, tr("Into the middle"), tr("Show the access of what is selected"));
    m_openButton = base::addBarButton(*row, tr("Open"), tr("Open the page of what is selected"));
    connect(m_centreButton, &QPushButton::clicked, this, [this] {
        if (const auto ref = selectedObject())
            Q_EMIT centreRequested(*ref);
    });
    m_whatIfButton = base::addBarButton(*row, tr("What if…"), tr("Change a copy of what is selected, and see who would gain and lose what"));
    connect(m_whatIfButton, &QPushButton::clicked, this, [this] {
        if (const auto ref = selectedObject())
            Q_EMIT whatIfRequested(*ref);
    });
    connect(m_openButton, &QPushButton::clicked, this, [this] { open(m_graph->current()); });
    m_askCellButton = base::addBarButton(*row, tr("Ask the server"), tr("Ask the server about this cell alone (Enter)"));
    connect(m_askCellButton, &QPushButton::clicked, this, &AccessPane::verifyCell);
    return about;
}

void AccessPane::addExport(QBoxLayout &bar)
{
    QPushButton *button = base::addBarButton(bar, tr("Export"), tr("Write the graph, its rights and the answer to a file"));
    auto *menu = new QMenu(button);
    auto *files = new AccessExport([this] { return Exported{m_picture, m_shownAnswer, m_clusterName, m_shownHolders, m_word, m_versionOf}; }, this);
    files->fill(*menu);
    base::opensBelow(*menu, *button);
    connect(files, &AccessExport::noticed, this, &AccessPane::noticed);
}

void AccessPane::showPicture(std::shared_ptr<const AccessPicture> picture)
{
    m_picture = std::move(picture);
    m_claims.reset();
    m_graph->showScene(std::make_shared<const graph::Scene>(m_picture->drawing, m_picture->layout));
    tellPicture();
    tellFound();
    tellSelected();
    tellProofs();
    lightPath();
}

QString AccessPane::countsText() const
{
    const auto countOf = [&](GraphLayer layer) {
        std::size_t count = 0;
        for (const GraphNode &node : m_picture->whole.nodes)
            count += node.layer == layer ? node.stack : 0;
        return QLocale().toString(static_cast<qulonglong>(count));
    };
    QStringList parts;
    if (!m_centreText.isEmpty())
        parts << m_centreText;
    if (const std::size_t others = m_picture->whole.otherRights)
        parts << tr("Other rights left out: %1").arg(QLocale().toString(static_cast<qulonglong>(others)));
    if (const QString pod = podText(); !pod.isEmpty())
        parts << pod;
    if (!m_picture->identities.empty())
        parts << tr("Pods: %1 · Groups: %2 · Bindings: %3 · Roles: %4").arg(countOf(GraphLayer::Pod), countOf(GraphLayer::Group), countOf(GraphLayer::Binding), countOf(GraphLayer::Role));
    return parts.join(QStringLiteral(" · "));
}

QString AccessPane::podText() const
{
    const auto &inputs = m_picture->basis->inputs;
    const auto pod = m_centre ? std::ranges::find(inputs.pods, *m_centre, &PodUse::ref) : inputs.pods.end();
    if (pod == inputs.pods.end() || pod->mountsProjectedToken)
        return {};
    const auto account = std::ranges::find_if(inputs.serviceAccounts, [&](const auto &each) { return each->ref.namespaceName == pod->ref.namespaceName && each->ref.name == pod->serviceAccount; });
    const std::optional<bool> ofAccount = account == inputs.serviceAccounts.end() ? std::nullopt : (*account)->automountToken;
    const bool mounts = pod->automountToken.value_or(ofAccount.value_or(true));
    return mounts ? QString() : base::Theme::sign(Meaning::Warning) + u' ' + tr("This pod mounts no API token: without one of its own it calls as system:anonymous");
}

void AccessPane::tellPicture()
{
    const bool isSomebody = !m_picture->identities.empty();
    m_counts->show(countsText());
    base::setPlainToolTip(m_counts, countsText());
    m_views->setVisible(isSomebody);
    m_about->setVisible(isSomebody);
    m_counts->parentWidget()->setVisible(isSomebody);
    m_ask->parentWidget()->setMaximumHeight(isSomebody ? QWIDGETSIZE_MAX : m_ask->sizeHint().height());     // the room is the answer's
    m_onlyButton->setVisible(!m_picture->through.isEmpty());
    m_viewAsButton->setVisible(m_offersViewAs && m_picture->identities.size() == 1);
    const QString unread = unreadableText(m_picture->basis->inputs);
    m_unreadable->setVisible(!unread.isEmpty());
    if (!unread.isEmpty())
        m_unreadable->tell(Meaning::Warning, tr("Not everything may be read"), unread, whyNotSteps());
    tellMissing();
}

/// Of accounts that are not there, bindings may tell all the same.
void AccessPane::tellMissing()
{
    QStringList names;
    for (const Identity &identity : m_picture->identities)
        if (isMissing(m_picture->basis->inputs, identity.ref()))
            names << nameOf(identity.ref());
    m_missing->setVisible(!names.isEmpty());
    if (!names.isEmpty())
        m_missing->tell(Meaning::Warning, tr("There is no %1").arg(names.join(QStringLiteral(", "))), tr("What is drawn would count once somebody makes it: bindings and groups go by the name."));
}

/// Of the first list that was refused.
std::vector<base::StateNotice::Step> AccessPane::whyNotSteps()
{
    for (const Unreadable &part : m_picture->basis->inputs.unreadable)
        if (const auto why = base::whyNotAddress(base::makeError(base::ErrorKind::Forbidden, part.reason)))
            return {{tr("Why not?"), [this, why] { Q_EMIT openRequested(*why); }}};
    return {};
}

void AccessPane::tellStale(const std::optional<rights::Stale> &stale)
{
    m_stale->setVisible(stale.has_value());
    if (stale)
        m_stale->tell(Meaning::Warning, tr("Stale since %1").arg(base::localTime(stale->state.since)), staleText(*stale),
                      {{tr("Try now"), [this] { Q_EMIT retryRequested(); }}}, stale->state.nextAttempt);
}

void AccessPane::tellCentre(const std::vector<ObjectRef> &centre, bool canGoBack, std::size_t count)
{
    m_backButton->setVisible(canGoBack);
    m_centre = centre.size() == 1 ? std::optional(centre.front()) : std::nullopt;
    m_centreText = canGoBack && centre.size() == 1 ? nameOf(centre.front()) : QString();
    if (centre.size() > 1)
        m_centreText = tr("%1 identities").arg(QLocale().toString(static_cast<qulonglong>(count)));
    if (m_picture && count > m_picture->identities.size())
        m_centreText = tr("%1 of %2 identities").arg(QLocale().toString(static_cast<qulonglong>(m_picture->identities.size())), QLocale().toString(static_cast<qulonglong>(count)));
    if (m_picture)
        tellPicture();
}

void AccessPane::forgetView()
{
    m_unfolded.clear();
    m_graph->beginAnew();
}

/// The path of the answer, if it is about somebody who is drawn; without one, the roles, bindings and pods in the middle.
void AccessPane::lightPath()
{
    const bool isDrawn = m_picture && m_shownAnswer && std::ranges::find(m_picture->identities, m_shownAnswer->question.identity.ref(), &Identity::ref) != m_picture->identities.end();
    std::vector<std::string> middle;
    if (m_picture) {
        std::ranges::transform(m_picture->through.objects(), std::back_inserter(middle), &ObjectRef::text);
        for (const ObjectRef &object : m_picture->objects)
            if (object.kind == "Pod")
                middle.push_back(object.text());
    }
    if (isDrawn)
        return m_graph->setPath(m_picture->boxesOf(wayOf(*m_shownAnswer)), m_picture->cellsOf(m_shownAnswer->question.request));
    m_graph->setPath(m_picture ? m_picture->boxesOf(middle) : middle);
}

void AccessPane::showAnswer(std::shared_ptr<const Answer> answer)
{
    m_shownAnswer = answer;
    m_shownHolders = nullptr;
    m_answer->show(answer);
    m_answer->offerReach(m_offersReach && m_picture ? reachLinkOf(answer->question, m_picture->basis->inputs) : std::nullopt);
    openAnswer();
}

void AccessPane::offerViewAs()
{
    m_offersViewAs = true;
}

void AccessPane::showHolders(const Holders &holders)
{
    m_shownAnswer = nullptr;
    m_shownHolders = std::make_shared<const Holders>(holders);
    m_answer->showHolders(holders);
    openAnswer();
}

void AccessPane::showProblem(const QString &problem)
{
    m_shownAnswer = nullptr;
    m_shownHolders = nullptr;
    m_answer->showProblem(problem);
    openAnswer();
}

void AccessPane::showAskingWho()
{
    m_shownAnswer = nullptr;
    m_shownHolders = nullptr;
    m_answer->showAskingWho();
    openAnswer();
}

void AccessPane::openAnswer()
{
    m_answer->show();
    const bool isNobodys = m_picture && m_picture->identities.empty();
    m_parts->share(isNobodys ? WholeAnswerShare : AnswerShare);
    tellProofs();
    lightPath();
}

void AccessPane::showNoAnswer()
{
    m_shownAnswer = nullptr;
    m_shownHolders = nullptr;
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

bool AccessPane::showsOnlyThrough() const
{
    return m_onlyButton->isChecked();
}

bool AccessPane::foldsDefaults() const
{
    return m_foldButton->isChecked();
}

void AccessPane::recolor()
{
    const Theme &theme = Theme::instance();
    m_counts->setFont(theme.bodyFont());
    m_counts->setStyleSheet(QStringLiteral("color: %1").arg(theme.color(Meaning::Secondary).name()));
}

} // namespace rbac
