#include "widgets/rbac/RiskPane.h"

#include "widgets/base/BarButton.h"
#include "widgets/base/CutLabel.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/TextLabel.h"
#include "widgets/base/Theme.h"
#include "widgets/graph/GraphView.h"
#include "widgets/rbac/AccessWords.h"
#include "widgets/rbac/RiskTexts.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>

namespace rbac {

using base::Meaning;
using base::Theme;

namespace {

constexpr int Margin = 4 * Theme::Step;
constexpr int TextsHeight = 120;

QString keyOf(const RiskWay &way) { return way.target ? QString::fromStdString(way.target->text()) : QString(); }

} // namespace

RiskPane::RiskPane(QString kubectl, QWidget *parent) : QWidget(parent), m_kubectl(std::move(kubectl)), m_graph(new graph::GraphView(tr("Graph of the risk"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_graph, 1);
    layout->addWidget(makeTexts());
    connect(m_graph, &graph::GraphView::currentChanged, this, &RiskPane::tellSelected);
    connect(m_graph, &graph::GraphView::activated, this, &RiskPane::open);
    connect(&Theme::instance(), &Theme::changed, this, &RiskPane::recolor);
    recolor();
    showNothing();
}

QWidget *RiskPane::makeBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(Margin, 2 * Theme::Step, Margin, 2 * Theme::Step);
    row->setSpacing(2 * Theme::Step);
    m_wayBar = new QHBoxLayout;
    m_wayBar->setSpacing(2 * Theme::Step);
    m_wayGroup = new QButtonGroup(this);
    m_state = new base::CutLabel(bar);
    row->addLayout(m_wayBar);
    row->addWidget(m_state, 1);
    m_openButton = base::addBarButton(*row, tr("Open"), tr("Open the page of what is selected"));
    m_accessButton = base::addBarButton(*row, tr("Its access"), tr("Show all that whoever has the risk may do"));
    connect(m_openButton, &QPushButton::clicked, this, [this] { open(m_graph->current()); });
    connect(m_accessButton, &QPushButton::clicked, this, &RiskPane::openAccess);
    connect(m_wayGroup, &QButtonGroup::idClicked, this, [this](int way) { choose(static_cast<std::size_t>(way)); });
    return bar;
}

QWidget *RiskPane::makeTexts()
{
    const auto makeText = [this](const QString &name, const QFont &font) {
        auto *label = new base::TextLabel(Meaning::Text, font, this);
        label->setAccessibleName(name);
        return label;
    };
    m_sentence = makeText(tr("How it comes to this"), Theme::instance().bodyFont());
    m_cut = makeText(tr("What ends it"), Theme::instance().bodyFont());
    m_commands = makeText(tr("Commands that end it"), Theme::instance().machineFont());
    auto *texts = new QWidget(this);
    auto *column = new QVBoxLayout(texts);
    column->setContentsMargins(Margin, 2 * Theme::Step, Margin, 2 * Theme::Step);
    column->setSpacing(Theme::Step);
    auto *row = new QHBoxLayout;
    row->addWidget(m_commands, 1);
    m_copyButton = base::addBarButton(*row, tr("Copy"), tr("Copy the commands"));
    row->setAlignment(m_copyButton, Qt::AlignTop);
    connect(m_copyButton, &QPushButton::clicked, this, &RiskPane::copy);
    column->addWidget(m_sentence);
    column->addWidget(m_cut);
    column->addLayout(row);
    column->addStretch(1);
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(texts);
    area->setFixedHeight(TextsHeight);
    area->setAccessibleName(m_sentence->accessibleName());      // the keyboard comes here to scroll
    return area;
}

void RiskPane::showNothing()
{
    m_basis = nullptr;
    m_ways.clear();
    m_chosen = 0;
    m_isComplete = true;
    m_graph->beginAnew();
    tellWays();
    tellWay();
}

void RiskPane::show(std::shared_ptr<const Basis> basis, const Risk &risk, RiskWay way)
{
    const bool isOther = m_ways.empty() || m_risk != risk;
    m_basis = std::move(basis);
    m_risk = risk;
    if (isOther || m_ways.empty()) {
        m_ways.clear();
        m_chosen = 0;
        m_graph->beginAnew();
        m_ways.push_back(std::move(way));
    } else {
        m_ways.front() = std::move(way);
    }
    m_isComplete = false;
    tellWays();
    tellWay();
}

/// What was chosen stays chosen where it is still there.
void RiskPane::showEscalations(Escalations found)
{
    if (m_ways.empty())
        return;
    const QString chosen = keyOf(m_ways[m_chosen]);
    m_ways.resize(1);
    m_ways.insert(m_ways.end(), std::make_move_iterator(found.ways.begin()), std::make_move_iterator(found.ways.end()));
    m_isComplete = true;
    m_isWhole = found.isWhole;
    const auto same = std::ranges::find(m_ways, chosen, keyOf);
    const std::size_t way = same == m_ways.end() ? 0 : static_cast<std::size_t>(same - m_ways.begin());
    const bool isOther = keyOf(m_ways[way]) != chosen;
    tellWays();
    if (way > 0 || isOther)
        choose(way);
}

void RiskPane::choose(std::size_t way)
{
    if (way != m_chosen)
        m_graph->beginAnew();
    m_chosen = way;
    if (auto *button = m_wayGroup->button(static_cast<int>(way)))
        button->setChecked(true);
    tellWay();
}

/// A button for each way; the same ones while there are as many.
void RiskPane::tellWays()
{
    while (m_wayGroup->buttons().size() > qsizetype(m_ways.size())) {
        auto *last = m_wayGroup->button(static_cast<int>(m_wayGroup->buttons().size()) - 1);
        m_wayGroup->removeButton(last);
        last->hide();
        last->deleteLater();
    }
    for (std::size_t i = 0; i < m_ways.size(); ++i) {
        QAbstractButton *button = m_wayGroup->button(static_cast<int>(i));
        if (!button) {
            button = base::addBarButton(*m_wayBar, {}, tr("Show this way"));
            button->setCheckable(true);
            m_wayGroup->addButton(button, static_cast<int>(i));
        }
        button->setText(base::buttonText(titleOf(m_ways[i])));
        button->setAccessibleName(titleOf(m_ways[i]));
        button->setChecked(i == m_chosen);
        button->show();
    }
    if (m_ways.empty())
        m_state->show(tr("Select a finding to see how it comes to it and what ends it."));
    else if (m_isComplete && !m_isWhole)
        m_state->show(tr("More can be reached than is looked at: there may be other ways"));
    else
        m_state->show(!m_isComplete ? tr("Looking for ways on") : m_ways.size() > 1 ? QString() : tr("No way on to cluster-admin or a node is known"));
}

void RiskPane::tellWay()
{
    const bool isThere = m_chosen < m_ways.size();
    static const RiskWay none;
    const RiskWay &way = isThere ? m_ways[m_chosen] : none;
    m_graph->showScene(std::make_shared<const graph::Scene>(way.drawing, way.layout));
    m_sentence->show(isThere ? told(way).toStdString() : std::string());
    m_cut->show(isThere ? cutTextOf(way, m_basis->evaluator).toStdString() : std::string());
    m_commands->show(cutCommandsOf(way, m_kubectl).toStdString());
    m_copyButton->setVisible(!way.cut.empty());
    m_accessButton->setVisible(isThere && (addressOf(m_risk.subject) || !m_risk.binding.isEmpty()));
    tellSelected();
}

QString RiskPane::told(const RiskWay &way) const
{
    if (way.target)
        return sentenceOf(way);
    const QString own = sentenceOf(m_risk, m_basis->evaluator), included = includedTextOf(way);
    return included.isEmpty() ? own : own + u'\n' + included;
}

const ObjectRef *RiskPane::objectAt(const graph::Spot &spot) const
{
    if (!spot.isValid() || m_chosen >= m_ways.size())
        return nullptr;
    const auto found = m_ways[m_chosen].objects.find(m_graph->scene()->node(spot.box).box.id);
    return found == m_ways[m_chosen].objects.end() ? nullptr : &found->second;
}

void RiskPane::tellSelected()
{
    const ObjectRef *object = objectAt(m_graph->current());
    m_openButton->setVisible(object && addressOf(*object));
}

void RiskPane::open(const graph::Spot &spot)
{
    const ObjectRef *object = objectAt(spot);
    if (const auto address = object ? addressOf(*object) : std::nullopt)
        Q_EMIT openRequested(*address);
}

/// Users and groups have no page: their binding's access is about them.
void RiskPane::openAccess()
{
    auto address = addressOf(m_risk.subject);
    if (!address || m_risk.subject->kind == "Namespace")
        address = addressOf(m_risk.binding);
    if (!address)
        return;
    address->tab = QStringLiteral("access");
    Q_EMIT openRequested(*address);
}

void RiskPane::copy()
{
    QGuiApplication::clipboard()->setText(commands());
    Q_EMIT noticed(tr("Copied the commands"));
}

QString RiskPane::sentence() const { return m_sentence->text(); }
QString RiskPane::cut() const { return m_cut->text(); }
QString RiskPane::commands() const { return m_chosen < m_ways.size() ? cutCommandsOf(m_ways[m_chosen], m_kubectl) : QString(); }

void RiskPane::recolor()
{
    const Theme &theme = Theme::instance();
    m_state->setFont(theme.bodyFont());
    m_state->setStyleSheet(QStringLiteral("color: %1").arg(theme.color(Meaning::Secondary).name()));
    m_commands->setMeaning(Meaning::Secondary);
}

} // namespace rbac
