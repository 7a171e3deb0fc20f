#include "widgets/rbac/ComparePage.h"

#include "models/platform/Aside.h"
#include "models/platform/DurableFile.h"
#include "widgets/base/ClusterView.h"
#include "widgets/base/ErrorText.h"
#include "widgets/base/HealthLook.h"
#include "widgets/base/HealthText.h"
#include "widgets/base/MenuButton.h"
#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/SearchLine.h"
#include "widgets/base/StateNotice.h"
#include "widgets/rbac/AccessWords.h"
#include "widgets/rbac/RiskTexts.h"

#include <QDate>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>
#include <QUrlQuery>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace rbac {

using base::Meaning;
using base::Theme;

namespace {

constexpr int Margin = 4 * Theme::Step;
constexpr int WordsWidth = 260;

QString numberText(std::size_t number) { return QLocale().toString(static_cast<qulonglong>(number)); }

struct Format
{
    RiskFormat format;
    const char *name;
    const char *suffix;
};
constexpr std::array<Format, 3> formats{{{RiskFormat::Csv, "CSV", "csv"}, {RiskFormat::Json, "JSON", "json"}, {RiskFormat::Markdown, "Markdown", "md"}}};

QString contextOf(const cluster::ConnectedCluster &cluster) { return QString::fromStdString(cluster.entry().context.context); }

} // namespace

ComparePage::ComparePage(std::shared_ptr<rights::SharedRights> known, cluster::Clusters &clusters, base::ClusterView &view, QWidget *parent)
    : Page(parent), m_known(std::move(known)), m_clusters(clusters), m_view(view), m_notice(new base::StateNotice(base::StateNotice::Form::Strip, this))
    , m_unreadable(new base::StateNotice(base::StateNotice::Form::Strip, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makePickers());
    layout->addWidget(m_notice);
    layout->addWidget(m_unreadable);
    layout->addWidget(makeFilter());
    layout->addWidget(makeTables(), 1);
    m_unreadable->hide();
    connect(&m_clusters, &cluster::Clusters::connectedTo, this, [this] { clustersChanged(nullptr); });
    connect(&m_clusters, &cluster::Clusters::disconnecting, this, [this](cluster::ConnectedCluster *gone) { clustersChanged(gone); });
    connect(&m_clusters, &cluster::Clusters::marksChanged, this, [this] { clustersChanged(nullptr); });
    connect(&Theme::instance(), &Theme::changed, this, &ComparePage::recolor);
    recolor();
    clustersChanged(nullptr);
    for (OneSide &side : m_sides)
        side.picker->choose({}, &m_view.cluster());
    sidesChanged();
}

ComparePage::~ComparePage()
{
    for (OneSide &side : m_sides)
        leave(side);
}

QString ComparePage::title() const
{
    return tr("Compare access");
}

bool ComparePage::find()
{
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
    return true;
}

bool ComparePage::isSettled() const
{
    return m_isSettled || m_sides[0].picker->identity().isEmpty() || m_sides[1].picker->identity().isEmpty();
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
    m_sides[0].picker = new IdentityPicker(tr("First"), head);
    m_sides[1].picker = new IdentityPicker(tr("Second"), head);
    auto *turn = new QPushButton(tr("Swap"), head);
    turn->setAutoDefault(false);
    turn->setAccessibleName(tr("Swap the first and the second"));
    base::setPlainToolTip(turn, turn->accessibleName());
    connect(turn, &QPushButton::clicked, this, &ComparePage::swap);
    row->addWidget(m_sides[0].picker, 1);
    row->addWidget(turn);
    row->addWidget(m_sides[1].picker, 1);
    column->addLayout(row);
    for (OneSide &side : m_sides)
        connect(side.picker, &IdentityPicker::changed, this, &ComparePage::sidesChanged);
    return head;
}

QWidget *ComparePage::makeFilter()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(Margin, 2 * Theme::Step, Margin, 2 * Theme::Step);
    row->setSpacing(2 * Theme::Step);
    for (QToolButton *&chip : m_chips) {
        chip = new QToolButton(bar);
        chip->setCheckable(true);
        chip->setFocusPolicy(Qt::StrongFocus);
        row->addWidget(chip);
        connect(chip, &QToolButton::clicked, this, &ComparePage::showList);
    }
    m_words = new base::SearchLine(bar);
    m_words->setPlaceholderText(tr("Filter by words, names, namespaces"));
    m_words->setAccessibleName(tr("Filter what is compared"));
    m_words->setFixedWidth(WordsWidth);
    m_words->setClearButtonEnabled(true);
    connect(m_words, &base::SearchLine::typed, this, &ComparePage::showList);
    auto *save = new QPushButton(tr("Export"), bar);
    save->setAutoDefault(false);
    save->setAccessibleName(tr("Export the comparison"));
    auto *menu = new QMenu(save);
    for (const Format &each : formats)
        menu->addAction(QString::fromLatin1(each.name), this, [this, format = each.format] { askPath(format); });
    base::opensBelow(*menu, *save);
    row->addStretch(1);
    row->addWidget(m_words);
    row->addWidget(save);
    return bar;
}

QWidget *ComparePage::makeTables()
{
    const auto makePart = [this](base::PlainLabel *&head, base::PlainTable *table) {
        auto *part = new QWidget(this);
        auto *column = new QVBoxLayout(part);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        head = new base::PlainLabel(part);
        head->setContentsMargins(Margin, Theme::Step, Margin, Theme::Step);
        column->addWidget(head);
        column->addWidget(table, 1);
        return part;
    };
    m_rightsTable = new base::PlainTable(tr("Rights compared"), this);
    m_rightsTable->setModel(&m_rights);
    m_rightsTable->setWidths(ComparedRightsModel::What, {20, 40, 30});
    m_risksTable = new base::PlainTable(tr("Risks compared"), this);
    m_risksTable->setModel(&m_risks);
    m_risksTable->setWidths(ComparedRisksModel::What, {20, 12, 40, 30});
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->setAccessibleName(tr("Rights and risks"));
    splitter->addWidget(makePart(m_rightsHead, m_rightsTable));
    splitter->addWidget(makePart(m_risksHead, m_risksTable));
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    return splitter;
}

/// A cluster that goes is followed no more at once.
void ComparePage::clustersChanged(const cluster::ConnectedCluster *without)
{
    std::vector<IdentityPicker::Choice> choices;
    for (cluster::ConnectedCluster *each : m_clusters.connected())
        if (each != without)
            choices.push_back({each, QString::fromStdString(m_clusters.shownName(cluster::EntryId::of(each->entry())))});
    for (OneSide &side : m_sides) {
        side.picker->setClusters(choices);
        if (side.cluster == without && without)
            leave(side);
    }
    sidesChanged();
}

void ComparePage::leave(OneSide &side)
{
    if (side.live) {
        side.live->disconnect(this);
        side.live->setAsking(&side, false);
    }
    side.live = nullptr;
    side.basis = nullptr;
    side.cluster = nullptr;
    side.knownOf.clear();
}

void ComparePage::follow(OneSide &side)
{
    cluster::ConnectedCluster *wanted = side.picker->cluster();
    if (wanted == side.cluster)
        return;
    leave(side);
    side.cluster = wanted;
    if (!wanted)
        return;
    side.live = m_known->of(*wanted);
    connect(side.live.get(), &rights::LiveRights::changed, this, &ComparePage::takeBases);
    connect(side.live.get(), &rights::LiveRights::stateChanged, this, &ComparePage::tellState);
    if (isVisible())
        side.live->setAsking(&side, true);
}

void ComparePage::sidesChanged()
{
    for (OneSide &side : m_sides)
        follow(side);
    takeBases();
    work();
    Q_EMIT stateChanged();
}

void ComparePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    for (OneSide &side : m_sides)
        if (side.live)
            side.live->setAsking(&side, true);
    takeBases();
    tellState();
}

void ComparePage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    for (OneSide &side : m_sides)
        if (side.live)
            side.live->setAsking(&side, false);
}

void ComparePage::takeBases()
{
    bool isOther = false;
    for (std::size_t i = 0; i < m_sides.size(); ++i) {
        OneSide &side = m_sides[i];
        if (!side.live || !side.live->basis() || side.live->basis() == side.basis)
            continue;
        side.basis = side.live->basis();
        offer(side, i);
        isOther = true;
    }
    if (isOther)
        work();
}

void ComparePage::offer(OneSide &side, std::size_t number)
{
    m_offering[number] = platform::runAside(m_executor, [&side, basis = side.basis](std::stop_token) -> base::Task {
        QStringList names;
        for (const std::string &name : identitiesIn(basis->inputs))
            names << base::oneLine(std::string_view(name));
        return [&side, names] { side.picker->setKnown(names); };
    });
}

/// The newest question wins; what is shown stays meanwhile.
void ComparePage::work()
{
    forgetOther();
    tellState();
    const auto first = readIdentity(m_sides[0].picker->identity().toStdString()), second = readIdentity(m_sides[1].picker->identity().toStdString());
    if (!first || !second || !m_sides[0].basis || !m_sides[1].basis) {
        m_working.cancel();
        return;
    }
    m_working = platform::runAside(m_executor, [this, one = m_sides[0].basis, other = m_sides[1].basis, first = *first, second = *second](std::stop_token) -> base::Task {
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
    const auto clusterOf = [](const OneSide &side) { return QString::number(reinterpret_cast<quintptr>(side.cluster)); };
    const QString pair = m_sides[0].picker->identity() + u'\n' + clusterOf(m_sides[0]) + u'\n' + m_sides[1].picker->identity() + u'\n' + clusterOf(m_sides[1]);
    if (pair == std::exchange(m_pair, pair))
        return;
    m_listing.cancel();
    m_comparison = nullptr;
    m_list = nullptr;
    m_isSettled = false;
    m_rights.show(nullptr);
    m_risks.show(nullptr);
    m_rightsHead->show(tr("Rights"));
    m_risksHead->show(tr("Risks"));
}

void ComparePage::showList()
{
    if (!m_comparison)
        return;
    m_listing = platform::runAside(m_executor, [this, comparison = m_comparison, wish = ComparisonWish{m_words->wholeText().toStdString(), chosenSides(), attackTexts()}](std::stop_token) -> base::Task {
        auto list = std::make_shared<const ComparisonList>(listComparison(comparison, wish));
        return [this, list = std::move(list)] { take(list); };
    });
}

void ComparePage::take(std::shared_ptr<const ComparisonList> list)
{
    m_list = std::move(list);
    m_rights.show(m_list);
    m_risks.show(m_list);
    m_rightsHead->show(tr("Rights: %1 of %2").arg(numberText(m_list->rights.size()), numberText(m_list->all->rights.size())));
    m_risksHead->show(tr("Risks: %1 of %2").arg(numberText(m_list->risks.size()), numberText(m_list->all->risks.size())));
    for (std::size_t i = 0; i < SideCount; ++i) {
        const QString count = numberText(m_list->all->rightCounts[i] + m_list->all->riskCounts[i]);
        m_chips[i]->setText(count + u' ' + wordOf(static_cast<Side>(i)));
        m_chips[i]->setAccessibleName(tr("Show only %1").arg(m_chips[i]->text()));
        base::setPlainToolTip(m_chips[i], tr("Show only these rows; press again for all"));
    }
    m_isSettled = true;
    tellState();
    Q_EMIT settled();
}

Sides ComparePage::chosenSides() const
{
    Sides out;
    for (std::size_t i = 0; i < SideCount; ++i)
        out.set(i, m_chips[i]->isChecked());
    return out;
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
    for (std::size_t i = 0; i < SideCount; ++i)
        m_chips[i]->setVisible(m_list != nullptr);
    for (const OneSide &side : m_sides) {
        if (side.basis)
            if (const QString text = unreadableText(side.basis->inputs); !text.isEmpty() && !unread.contains(text))
                unread << text;
        if (const auto stale = side.live && isVisible() ? side.live->stale() : std::nullopt)
            tell(Meaning::Warning, tr("Stale since %1").arg(base::localTime(stale->state.since)), side.picker->clusterName() + QStringLiteral(": ") + staleText(*stale));
        if (side.live && !side.basis)
            tell(Meaning::Progress, tr("Reading who may do what"), side.picker->clusterName());
    }
    m_unreadable->setVisible(!unread.isEmpty());
    if (!unread.isEmpty())
        m_unreadable->tell(Meaning::Warning, tr("Not everything may be read"), unread.join(u'\n'));
    for (const OneSide &side : m_sides)
        if (const QString text = side.picker->identity(); !text.isEmpty() && !readIdentity(text.toStdString()))
            return tell(Meaning::Warning, tr("This is nobody: %1").arg(base::oneLine(text)), tr("Write ServiceAccount/NAMESPACE/NAME, User/NAME or Group/NAME."));
    if (m_sides[0].picker->identity().isEmpty() || m_sides[1].picker->identity().isEmpty())
        tell(Meaning::Unknown, tr("Choose two identities, or one in two clusters"), tr("Type some letters of a name. The same name in two clusters shows what differs between them."));
}

void ComparePage::compare(const QString &first, const QString &second)
{
    m_sides[0].picker->choose(first, m_sides[0].picker->cluster());
    m_sides[1].picker->choose(second, m_sides[1].picker->cluster());
    sidesChanged();
}

void ComparePage::swap()
{
    IdentityPicker &first = *m_sides[0].picker, &second = *m_sides[1].picker;
    const QString identity = first.identity();
    cluster::ConnectedCluster *cluster = first.cluster();
    first.choose(second.identity(), second.cluster());
    second.choose(identity, cluster);
    sidesChanged();
}

QString ComparePage::partOf() const
{
    QUrlQuery part;
    const std::array<std::pair<const char *, const char *>, 2> keys{{{"first", "in"}, {"second", "with"}}};
    for (std::size_t i = 0; i < m_sides.size(); ++i) {
        const IdentityPicker &picker = *m_sides[i].picker;
        part.addQueryItem(QString::fromLatin1(keys[i].first), picker.identity());
        if (picker.cluster() && picker.cluster() != &m_view.cluster())
            part.addQueryItem(QString::fromLatin1(keys[i].second), contextOf(*picker.cluster()));
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
    m_sides[0].picker->choose(part.queryItemValue(QStringLiteral("first"), QUrl::FullyDecoded), clusterOf("in"));
    m_sides[1].picker->choose(part.queryItemValue(QStringLiteral("second"), QUrl::FullyDecoded), clusterOf("with"));
    sidesChanged();
}

text::Value ComparePage::state() const
{
    text::Value out = text::Value::map();
    out.set("part", text::Value::string(partOf().toStdString()));
    return out;
}

void ComparePage::restore(const text::Value &state)
{
    showAgain({address().place, {}, {}, QString::fromStdString(state["part"].text())});
}

void ComparePage::askPath(RiskFormat format)
{
    const auto &entry = *std::ranges::find(formats, format, &Format::format);
    const QString suffix = QString::fromLatin1(entry.suffix);
    auto *dialog = new QFileDialog(this, tr("Export the comparison as %1").arg(QString::fromLatin1(entry.name)));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(QStringLiteral("%1 (*.%2)").arg(QString::fromLatin1(entry.name), suffix));
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(QStringLiteral("access-%1.%2").arg(QDate::currentDate().toString(Qt::ISODate), suffix));
    connect(dialog, &QFileDialog::fileSelected, this, [this, format](const QString &path) { exportTo(path, format); });
    dialog->open();
}

void ComparePage::exportTo(const QString &path, RiskFormat format)
{
    if (!m_list || !m_sides[0].basis)
        return;
    ComparisonReportWords words{title().toStdString(), {}, {}, {}, {tr("In").toStdString(), headOf(RiskPart::What).toStdString(), headOf(RiskPart::Where).toStdString()},
                                riskReportWords(m_sides[0].basis->inputs)};
    const auto whom = [](const OneSide &side) { return (side.picker->identity() + QStringLiteral(" · ") + side.picker->clusterName()).toStdString(); };
    words.first = whom(m_sides[0]);
    words.second = whom(m_sides[1]);
    for (std::size_t i = 0; i < SideCount; ++i)
        words.sides.push_back(wordOf(static_cast<Side>(i)).toStdString());
    m_writing = platform::runAside(m_executor, [this, list = m_list, path, format, words = std::move(words)](std::stop_token) -> base::Task {
        const auto result = platform::writeDurably(path.toStdString(), exported(*list, format, words));
        return [this, path, result] {
            const QString place = base::oneLine(QDir::toNativeSeparators(path));
            Q_EMIT noticed(result ? tr("The comparison is in %1").arg(place) : tr("%1 was not written: %2").arg(place, base::oneLine(base::errorText(result.error()))));
        };
    });
}

void ComparePage::recolor()
{
    const Theme &theme = Theme::instance();
    m_name->setFont(theme.titleFont());
    QFont font = theme.captionFont();
    font.setWeight(QFont::DemiBold);
    m_rightsHead->setFont(font);
    m_risksHead->setFont(font);
    for (QToolButton *chip : m_chips)
        chip->setStyleSheet(base::chipStyle(Meaning::Accent));
}

} // namespace rbac
