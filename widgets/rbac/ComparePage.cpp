#include "widgets/rbac/ComparePage.h"

#include "models/platform/Aside.h"
#include "widgets/base/ClusterView.h"
#include "widgets/base/HealthText.h"
#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/SearchLine.h"
#include "widgets/base/StateNotice.h"
#include "widgets/base/Theme.h"
#include "widgets/rbac/AccessWords.h"
#include "widgets/rbac/CompareFilter.h"
#include "widgets/rbac/CompareTables.h"
#include "widgets/rbac/FilterKeys.h"
#include "widgets/rbac/RiskTexts.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QUrlQuery>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>
#include <utility>

namespace rbac {

using base::Meaning;
using base::Theme;

namespace {

constexpr int Margin = 4 * Theme::Step;

struct Keys
{
    const char *identity, *cluster;
};
/// Of the two sides in an address.
constexpr std::array<Keys, 2> keys{{{"first", "in"}, {"second", "with"}}};

QString contextOf(const cluster::ConnectedCluster &cluster) { return QString::fromStdString(cluster.entry().context.context); }

} // namespace

ComparePage::ComparePage(std::shared_ptr<rights::SharedRights> known, cluster::Clusters &clusters, base::ClusterView &view, QWidget *parent)
    : Page(parent), m_clusters(clusters), m_view(view), m_sides{new CompareSide(tr("First"), known, this), new CompareSide(tr("Second"), known, this)}
    , m_notice(new base::StateNotice(base::StateNotice::Form::Strip, this)), m_unreadable(new base::StateNotice(base::StateNotice::Form::Strip, this)), m_filter(new CompareFilter(this))
    , m_tables(new CompareTables(this))
    , m_export(new ReportExport(QStringLiteral("comparison"), {"rbac", QT_TRANSLATE_NOOP("rbac", "Export the comparison as %1")}, [this] { return report(); }, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makePickers());
    layout->addWidget(m_notice);
    layout->addWidget(m_unreadable);
    layout->addWidget(m_filter);
    layout->addWidget(m_tables, 1);
    m_unreadable->hide();
    m_export->fill(m_filter->exportMenu());
    new FilterKeys(m_filter->words(), m_tables->rights());
    listen();
    recolor();
    clustersChanged(nullptr);
    for (CompareSide *side : m_sides)
        side->picker().choose({}, &m_view.cluster());
    sidesChanged();
}

ComparePage::~ComparePage() = default;

base::Address ComparePage::addressOf(const ObjectRef &first, const ObjectRef &second)
{
    QUrlQuery part;
    part.addQueryItem(QString::fromLatin1(keys[0].identity), QString::fromStdString(first.text()));
    part.addQueryItem(QString::fromLatin1(keys[1].identity), QString::fromStdString(second.text()));
    return {QStringLiteral("access-compare"), {}, {}, QStringLiteral("of:") + part.query(QUrl::FullyEncoded)};
}

void ComparePage::listen()
{
    connect(&m_clusters, &cluster::Clusters::connectedTo, this, [this] { clustersChanged(nullptr); });
    connect(&m_clusters, &cluster::Clusters::disconnecting, this, [this](cluster::ConnectedCluster *gone) { clustersChanged(gone); });
    connect(&m_clusters, &cluster::Clusters::marksChanged, this, [this] { clustersChanged(nullptr); });
    connect(&Theme::instance(), &Theme::changed, this, &ComparePage::recolor);
    connect(m_filter, &CompareFilter::wishChanged, this, &ComparePage::showList);
    connect(m_tables, &CompareTables::wishChanged, this, [this] {
        showList();
        Q_EMIT stateChanged();
    });
    connect(m_export, &ReportExport::noticed, this, &Page::noticed);
    for (CompareSide *side : m_sides) {
        connect(side, &CompareSide::chosen, this, &ComparePage::sidesChanged);
        connect(side, &CompareSide::changed, this, &ComparePage::work);
        connect(side, &CompareSide::stateChanged, this, &ComparePage::tellState);
    }
}

QString ComparePage::title() const
{
    return tr("Compare access");
}

std::vector<base::Command> ComparePage::commands()
{
    std::vector<base::Command> out = m_export->commands(), sorting = m_tables->commands();
    out.insert(out.end(), std::make_move_iterator(sorting.begin()), std::make_move_iterator(sorting.end()));
    return out;
}

bool ComparePage::find()
{
    m_filter->takeFocus();
    return true;
}

bool ComparePage::isSettled() const
{
    return m_isSettled || m_sides[0]->isEmpty() || m_sides[1]->isEmpty();
}

QWidget *ComparePage::makePickers()
{
    auto *head = new QWidget(this);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(Margin, 2 * Theme::Step, Margin, 2 * Theme::Step);
    column->setSpacing(2 * Theme::Step);
    m_name = new base::PlainLabel(title(), head);
    column->addWidget(m_name);
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * Theme::Step);
    auto *turn = new QPushButton(tr("Swap"), head);
    turn->setAutoDefault(false);
    turn->setAccessibleName(tr("Swap the first and the second"));
    base::setPlainToolTip(turn, turn->accessibleName());
    connect(turn, &QPushButton::clicked, this, &ComparePage::swap);
    row->addWidget(&m_sides[0]->picker(), 1);
    row->addWidget(turn);
    row->addWidget(&m_sides[1]->picker(), 1);
    column->addLayout(row);
    QWidget::setTabOrder(&m_sides[0]->picker(), turn);
    QWidget::setTabOrder(turn, &m_sides[1]->picker());
    return head;
}

/// A cluster that goes is followed no more at once.
void ComparePage::clustersChanged(const cluster::ConnectedCluster *without)
{
    std::vector<IdentityPicker::Choice> choices;
    for (cluster::ConnectedCluster *each : m_clusters.connected())
        if (each != without)
            choices.push_back({each, QString::fromStdString(m_clusters.shownName(cluster::EntryId::of(each->entry())))});
    for (CompareSide *side : m_sides) {
        side->picker().setClusters(choices);
        side->forget(without);
    }
    sidesChanged();
}

void ComparePage::sidesChanged()
{
    for (CompareSide *side : m_sides)
        side->follow();
    work();
    Q_EMIT stateChanged();
}

void ComparePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    for (CompareSide *side : m_sides)
        side->startAsking();
    tellState();
}

void ComparePage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    for (CompareSide *side : m_sides)
        side->stopAsking();
}

/// The newest question wins; what is shown stays meanwhile.
void ComparePage::work()
{
    forgetOther();
    tellState();
    const auto first = m_sides[0]->identity(), second = m_sides[1]->identity();
    if (!first || !second || !m_sides[0]->basis() || !m_sides[1]->basis()) {
        m_working.cancel();
        return;
    }
    m_working = platform::runAside(m_executor, [this, one = m_sides[0]->basis(), other = m_sides[1]->basis(), first = *first, second = *second](std::stop_token) -> base::Task {
        auto comparison = std::make_shared<const AccessComparison>(compareAccess({one.get(), first}, {other.get(), second}));
        return [this, comparison = std::move(comparison)] {
            m_comparison = comparison;
            showList();
        };
    });
}

/// What is shown of others would be taken for theirs.
void ComparePage::forgetOther()
{
    QString pair;
    for (const CompareSide *side : m_sides)
        pair += side->picker().identity() + u'\n' + QString::number(reinterpret_cast<quintptr>(side->cluster())) + u'\n';
    if (pair == std::exchange(m_pair, pair))
        return;
    m_listing.cancel();
    m_comparison = nullptr;
    m_list = nullptr;
    m_isSettled = false;
    m_tables->show(nullptr);
    m_filter->show(nullptr);
}

void ComparePage::showList()
{
    if (!m_comparison)
        return;
    ComparisonWish wish;
    m_filter->addTo(wish);
    m_tables->addTo(wish);
    wish.attacks = attackTexts();
    m_listing = platform::runAside(m_executor, [this, comparison = m_comparison, wish = std::move(wish)](std::stop_token) -> base::Task {
        auto list = std::make_shared<const ComparisonList>(listComparison(comparison, wish));
        return [this, list = std::move(list)] { take(list); };
    });
}

void ComparePage::take(std::shared_ptr<const ComparisonList> list)
{
    m_list = std::move(list);
    m_tables->show(m_list);
    m_filter->show(m_list.get());
    m_isSettled = true;
    tellState();
    Q_EMIT settled();
}

void ComparePage::tell(Meaning meaning, const QString &title, const QString &detail)
{
    m_notice->show();
    m_notice->tell(meaning, title, detail);
}

/// What is missing for a comparison, or what is the matter with it.
void ComparePage::tellState()
{
    m_notice->hide();
    QStringList unread;
    for (const CompareSide *side : m_sides)
        if (const QString text = side->basis() ? unreadableText(side->basis()->inputs) : QString(); !text.isEmpty() && !unread.contains(text))
            unread << text;
    m_unreadable->setVisible(!unread.isEmpty());
    if (!unread.isEmpty())
        m_unreadable->tell(Meaning::Warning, tr("Not everything may be read"), unread.join(u'\n'));
    tellTrouble();
    tellMissing();
}

void ComparePage::tellTrouble()
{
    for (const CompareSide *side : m_sides) {
        const QString where = side->picker().clusterName();
        if (const auto stale = side->live() && isVisible() ? side->live()->stale() : std::nullopt)
            tell(Meaning::Warning, tr("Stale since %1").arg(base::localTime(stale->state.since)), where + QStringLiteral(": ") + staleText(*stale));
        if (side->live() && !side->basis())
            tell(Meaning::Progress, tr("Reading who may do what"), where);
    }
}

void ComparePage::tellMissing()
{
    for (const CompareSide *side : m_sides)
        if (!side->isEmpty() && !side->identity())
            return tell(Meaning::Warning, tr("This is nobody: %1").arg(base::oneLine(side->picker().identity())), tr("Write ServiceAccount/NAMESPACE/NAME, User/NAME or Group/NAME."));
    if (m_sides[0]->isEmpty() || m_sides[1]->isEmpty())
        tell(Meaning::Unknown, tr("Choose two identities, or one in two clusters"), tr("Type some letters of a name. The same name in two clusters shows what differs between them."));
}

void ComparePage::compare(const QString &first, const QString &second)
{
    picker(0).choose(first, picker(0).cluster());
    picker(1).choose(second, picker(1).cluster());
    sidesChanged();
}

void ComparePage::swap()
{
    const QString identity = picker(0).identity();
    cluster::ConnectedCluster *cluster = picker(0).cluster();
    picker(0).choose(picker(1).identity(), picker(1).cluster());
    picker(1).choose(identity, cluster);
    sidesChanged();
}

QString ComparePage::partOf() const
{
    QUrlQuery part;
    for (std::size_t i = 0; i < m_sides.size(); ++i) {
        const IdentityPicker &picker = m_sides[i]->picker();
        part.addQueryItem(QString::fromLatin1(keys[i].identity), picker.identity());
        if (picker.cluster() && picker.cluster() != &m_view.cluster())
            part.addQueryItem(QString::fromLatin1(keys[i].cluster), contextOf(*picker.cluster()));
    }
    return QStringLiteral("of:") + part.query(QUrl::FullyEncoded);
}

base::Address ComparePage::fullAddress() const
{
    base::Address out = address();
    out.tab = partOf();
    return out;
}

void ComparePage::showAgain(const base::Address &address)
{
    if (!address.tab.startsWith(QStringLiteral("of:")))
        return;
    const QUrlQuery part(address.tab.mid(3));
    const auto clusterOf = [&](const char *key) {
        const QString context = part.queryItemValue(QString::fromLatin1(key), QUrl::FullyDecoded);
        const auto all = m_clusters.connected();
        const auto found = std::ranges::find_if(all, [&](const cluster::ConnectedCluster *each) { return contextOf(*each) == context; });
        return found == all.end() ? &m_view.cluster() : *found;
    };
    for (std::size_t i = 0; i < m_sides.size(); ++i)
        picker(i).choose(part.queryItemValue(QString::fromLatin1(keys[i].identity), QUrl::FullyDecoded), clusterOf(keys[i].cluster));
    sidesChanged();
}

text::Value ComparePage::state() const
{
    text::Value out = text::Value::map();
    out.set("part", text::Value::string(partOf().toStdString()));
    m_tables->save(out);
    return out;
}

void ComparePage::restore(const text::Value &state)
{
    m_tables->restore(state);
    showAgain({address().place, {}, {}, QString::fromStdString(state["part"].text())});
}

ComparisonReportWords ComparePage::reportWords() const
{
    ComparisonReportWords words{title().toStdString(), m_sides[0]->words().toStdString(), m_sides[1]->words().toStdString(), {}, {tr("In").toStdString(), headOf(RiskPart::What).toStdString(), headOf(RiskPart::Where).toStdString()},
                                riskReportWords(m_sides[0]->basis()->inputs)};
    for (std::size_t i = 0; i < SideCount; ++i)
        words.sides.push_back(wordOf(static_cast<Side>(i)).toStdString());
    return words;
}

std::optional<ReportExport::Report> ComparePage::report() const
{
    if (!m_list || !m_sides[0]->basis())
        return std::nullopt;
    const auto make = [list = m_list, words = reportWords()](RiskFormat format) { return exported(*list, format, words); };
    return ReportExport::Report{make, [](const QString &place) { return tr("The comparison is in %1").arg(place); }};
}

void ComparePage::recolor()
{
    m_name->setFont(Theme::instance().titleFont());
}

} // namespace rbac
