#include "widgets/rbac/AfterPane.h"

#include "models/platform/Aside.h"
#include "models/rbac/ComparisonList.h"
#include "widgets/base/BarButton.h"
#include "widgets/base/ClearButton.h"
#include "widgets/base/CutLabel.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/TextLabel.h"
#include "widgets/base/Theme.h"
#include "widgets/graph/GraphView.h"
#include "widgets/rbac/AccessTwin.h"
#include "widgets/rbac/AccessWords.h"
#include "widgets/rbac/Sentences.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QStringListModel>
#include <QVBoxLayout>

namespace rbac {

using base::Meaning;
using base::Theme;

namespace {

constexpr int MostOffered = 12;
constexpr double ZoomStep = 1.25;

QString number(std::size_t count) { return QLocale().toString(static_cast<qulonglong>(count)); }

} // namespace

AfterPane::AfterPane(base::Executor &executor, QWidget *parent)
    : QWidget(parent), m_executor(executor), m_graph(new graph::GraphView(tr("Graph of access as it would be"), this)), m_twin(new AccessTwin(this)), m_views(new QStackedWidget(this))
    , m_whom(new QLineEdit(this)), m_known(new QStringListModel(this)), m_counts(new base::CutLabel(this)), m_sentence(new base::TextLabel(Meaning::Text, Theme::instance().bodyFont(), this))
{
    m_sentence->setAccessibleDescription(tr("About what is selected"));
    m_views->addWidget(m_graph);
    m_views->addWidget(m_twin);
    auto *about = new QHBoxLayout;
    about->setContentsMargins(3 * Theme::Step, 2 * Theme::Step, 3 * Theme::Step, 2 * Theme::Step);
    about->addWidget(m_sentence);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_views, 1);
    layout->addLayout(about);
    m_graph->setCellWay([this](const graph::Spot &cell) { return wayOfCell(cell); });
    connect(m_graph, &graph::GraphView::currentChanged, this, &AfterPane::tellSelected);
    connect(m_graph, &graph::GraphView::activated, this, &AfterPane::open);
    connect(m_twin, &AccessTwin::openRequested, this, &AfterPane::openRequested);
    connect(&Theme::instance(), &Theme::changed, this, &AfterPane::recolor);
    recolor();
    tellSelected();
}

QWidget *AfterPane::makeBar()
{
    auto *bar = new QWidget(this);
    auto *head = new QVBoxLayout(bar);
    head->setContentsMargins(3 * Theme::Step, 0, 3 * Theme::Step, 2 * Theme::Step);
    head->setSpacing(2 * Theme::Step);
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * Theme::Step);
    auto *completer = new QCompleter(m_known, this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setMaxVisibleItems(MostOffered);
    m_whom->setCompleter(completer);
    m_whom->setAccessibleName(tr("Whose access"));
    m_whom->setPlaceholderText(tr("All whom the drafts touch"));
    base::setPlainToolTip(m_whom, tr("ServiceAccount/NAMESPACE/NAME, User/NAME or Group/NAME; empty: all whom the drafts touch"));
    base::offerToClear(*m_whom);
    row->addWidget(m_whom, 1);
    m_foldButton = base::addBarButton(*row, tr("Fold defaults"), tr("One card for what Kubernetes or the platform brings"));
    m_foldButton->setCheckable(true);
    m_foldButton->setChecked(true);
    auto *smaller = base::addBarButton(*row, QStringLiteral("−"), tr("Smaller"));
    auto *larger = base::addBarButton(*row, QStringLiteral("+"), tr("Larger"));
    auto *all = base::addBarButton(*row, tr("Fit"), tr("Show the whole graph"));
    m_graphButton = base::addBarButton(*row, tr("Graph"), tr("Show as a graph"));
    m_tableButton = base::addBarButton(*row, tr("Table"), tr("Show the same as tables"));
    base::makeChoice(this, {m_graphButton, m_tableButton});
    head->addLayout(row);
    head->addWidget(m_counts);
    connect(m_whom, &QLineEdit::editingFinished, this, &AfterPane::askAnew);
    connect(m_whom, &QLineEdit::textChanged, this, [this](const QString &text) { if (text.isEmpty()) askAnew(); });
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this, [this](const QString &) { askAnew(); }, Qt::QueuedConnection);
    connect(m_foldButton, &QPushButton::toggled, this, &AfterPane::draw);
    connect(smaller, &QPushButton::clicked, this, [this] { m_graph->zoomBy(1 / ZoomStep); });
    connect(larger, &QPushButton::clicked, this, [this] { m_graph->zoomBy(ZoomStep); });
    connect(all, &QPushButton::clicked, this, [this] { m_graph->showAll(); });
    connect(m_tableButton, &QPushButton::toggled, this, [this](bool isOn) {
        m_views->setCurrentIndex(isOn ? 1 : 0);
        tellTwin();
    });
    return bar;
}

void AfterPane::showResult(std::shared_ptr<const rights::DraftResult> result)
{
    m_result = std::move(result);
    draw();
}

void AfterPane::ask(const QString &identity)
{
    m_whom->setText(identity);
    askAnew();
}

/// The picture of somebody else has nothing to stay where it was.
void AfterPane::askAnew()
{
    const std::string text = m_whom->text().trimmed().toStdString();
    const auto who = readIdentity(text);
    if (!text.empty() && !who)
        return m_counts->show(Theme::sign(Meaning::Warning) + u' ' + tr("This names nobody: ServiceAccount/NAMESPACE/NAME, User/NAME or Group/NAME"));
    if (who == m_who)
        return tellCounts();
    m_who = who;
    m_shown.picture = nullptr;
    m_graph->beginAnew();
    draw();
}

void AfterPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isOther)
        draw();
}

bool AfterPane::isSettled() const
{
    return !isVisible() || (!m_isOther && !m_drawing.isRunning());
}

void AfterPane::draw()
{
    m_isOther = m_result != nullptr;
    if (!m_isOther || !isVisible() || m_drawing.isRunning())
        return;
    m_isOther = false;
    rights::AfterWish wish{m_who, {{}, m_foldButton->isChecked(), drawingWords(), {}}};
    m_drawing = platform::runAside(m_executor, [this, result = m_result, wish = std::move(wish), shown = m_shown](std::stop_token) mutable -> base::Task {
        const rights::AfterPicture *previous = shown.after && shown.picture ? &shown : nullptr;
        auto picture = rights::afterPicture(std::move(result), std::move(wish), previous);
        const bool isSame = previous && picture.picture->looksLike(*previous->picture);
        auto scene = isSame ? nullptr : std::make_shared<const graph::Scene>(picture.picture->drawing, picture.picture->layout);
        return [this, picture = std::move(picture), scene = std::move(scene)] { take(picture, scene); };
    });
}

void AfterPane::take(rights::AfterPicture picture, const ScenePointer &scene)
{
    if (m_shown.known != picture.known) {
        QStringList known;
        for (const std::string &reference : picture.known)
            known << base::oneLine(std::string_view(reference));
        m_known->setStringList(known);
    }
    m_shown = std::move(picture);
    if (scene)
        m_graph->showScene(scene);
    m_isTwinOther = m_isTwinOther || scene;
    tellCounts();
    tellTwin();
    tellSelected();
    if (m_isOther)
        m_again = m_executor.after(std::chrono::milliseconds(0), [this] { draw(); });
    else
        Q_EMIT settled();
}

void AfterPane::tellCounts()
{
    if (!m_shown.picture)
        return m_counts->show({});
    const AccessGraph &graph = m_shown.picture->whole;
    const std::vector<Identity> &drawn = m_shown.picture->identities;
    QString who = m_who || m_shown.touched <= drawn.size() ? tr("%1 identities").arg(number(drawn.size())) : tr("%1 of %2 identities").arg(number(drawn.size()), number(m_shown.touched));
    if (drawn.size() == 1)
        who = nameOf(drawn.front().ref());
    const QString text = who + QStringLiteral(" · ") + tr("Gained: %1 · Lost: %2").arg(number(graph.gained.size()), number(graph.lost.size()));
    m_counts->show(drawn.empty() ? tr("Nobody would have other rights") : text);
    base::setPlainToolTip(m_counts, m_counts->text());
}

/// Only for who looks at it.
void AfterPane::tellTwin()
{
    if (!m_isTwinOther || !showsTables())
        return;
    m_isTwinOther = false;
    m_twin->show(m_shown.picture);
}

void AfterPane::tellSelected()
{
    const graph::Spot &spot = m_graph->current();
    QString text = tr("+ gained, − lost, ~ changed, ± in one place the one and in another the other. Select a box or a cell to see what it means.");
    if (m_shown.picture && spot.isValid()) {
        const graph::Box &box = m_graph->scene()->node(spot.box).box;
        const GraphNode *node = m_shown.picture->node(box.id);
        if (node)
            text = changedSentence(*m_shown.picture, *node);
        else if (box.matrix && spot.isCell())
            text = changedSentence(*m_shown.picture, box.matrix->verbs[static_cast<std::size_t>(spot.column)], box.matrix->rows[static_cast<std::size_t>(spot.row)].name);
    }
    m_sentence->show(text.toStdString());
}

std::vector<std::string> AfterPane::wayOfCell(const graph::Spot &cell) const
{
    const auto &matrix = m_graph->scene()->node(cell.box).box.matrix;
    if (!matrix || !m_shown.picture)
        return {};
    return m_shown.picture->boxesBehind(matrix->rows[static_cast<std::size_t>(cell.row)].name, matrix->verbs[static_cast<std::size_t>(cell.column)]);
}

void AfterPane::open(const graph::Spot &spot)
{
    const GraphNode *node = m_shown.picture ? m_shown.picture->node(m_graph->scene()->node(spot.box).box.id) : nullptr;
    const auto ref = node && node->stack == 1 ? ObjectRef::parse(node->id) : std::nullopt;
    if (const auto address = ref ? addressOf(*ref) : std::nullopt)
        Q_EMIT openRequested(*address);
}

void AfterPane::showTables(bool areShown)
{
    (areShown ? m_tableButton : m_graphButton)->setChecked(true);
}

bool AfterPane::showsTables() const { return m_tableButton->isChecked(); }
QString AfterPane::counts() const { return m_counts->text(); }
QString AfterPane::sentence() const { return m_sentence->text(); }

void AfterPane::recolor()
{
    const Theme &theme = Theme::instance();
    m_counts->setFont(theme.bodyFont());
    m_counts->setStyleSheet(QStringLiteral("color: %1").arg(theme.color(Meaning::Secondary).name()));
}

} // namespace rbac
