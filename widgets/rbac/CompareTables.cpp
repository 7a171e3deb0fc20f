#include "widgets/rbac/CompareTables.h"

#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/StrongFont.h"
#include "widgets/base/Theme.h"

#include <QLocale>
#include <QSplitter>
#include <QVBoxLayout>

namespace rbac {

using base::Theme;

namespace {

constexpr int Margin = 4 * Theme::Step;

QString numberText(std::size_t number) { return QLocale().toString(static_cast<qulonglong>(number)); }

ComparedOrder turned(const ComparedOrder &before, ComparedPart part) { return {part, part == before.part && !before.isDescending}; }

text::Value shapeOf(const ComparedOrder &order)
{
    text::Value out = text::Value::map();
    out.set("part", text::Value::number(static_cast<std::int64_t>(order.part)));
    out.set("descending", text::Value::boolean(order.isDescending));
    return out;
}

ComparedOrder orderOf(const text::Value &shape)
{
    const std::int64_t part = shape["part"].asInteger();
    return {part > 0 && part <= static_cast<std::int64_t>(ComparedPart::Where) ? static_cast<ComparedPart>(part) : ComparedPart::In, shape["descending"].asBoolean()};
}

} // namespace

CompareTables::CompareTables(QWidget *parent)
    : QWidget(parent), m_rightsHead(new base::PlainLabel(this)), m_risksHead(new base::PlainLabel(this)), m_rightsTable(new base::PlainTable(tr("Rights compared"), this))
    , m_risksTable(new base::PlainTable(tr("Risks compared"), this))
{
    m_rightsTable->setModel(&m_rights);
    m_rightsTable->setWidths(ComparedRightsModel::What, {20, 40, 30});
    m_risksTable->setModel(&m_risks);
    m_risksTable->setWidths(ComparedRisksModel::What, {20, 12, 40, 30});
    for (base::PlainTable *table : {m_rightsTable, m_risksTable})
        table->offerSorting();
    connect(m_rightsTable, &base::PlainTable::sortWished, this, [this](int column) { sortRightsBy(ComparedRightsModel::partOf(column)); });
    connect(m_risksTable, &base::PlainTable::sortWished, this, [this](int column) { sortRisksBy(ComparedRisksModel::partOf(column)); });
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->setAccessibleName(tr("Rights and risks"));
    splitter->addWidget(makePart(m_rightsHead, m_rightsTable));
    splitter->addWidget(makePart(m_risksHead, m_risksTable));
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    connect(&Theme::instance(), &Theme::changed, this, &CompareTables::recolor);
    recolor();
}

QWidget *CompareTables::makePart(base::PlainLabel *head, base::PlainTable *table)
{
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    head->setContentsMargins(Margin, Theme::Step, Margin, Theme::Step);
    column->addWidget(head);
    column->addWidget(table, 1);
    return part;
}

void CompareTables::show(const std::shared_ptr<const ComparisonList> &list)
{
    m_rights.show(list);
    m_risks.show(list);
    m_rightsHead->show(list ? tr("Rights: %1 of %2").arg(numberText(list->rights.size()), numberText(list->all->rights.size())) : tr("Rights"));
    m_risksHead->show(list ? tr("Risks: %1 of %2").arg(numberText(list->risks.size()), numberText(list->all->risks.size())) : tr("Risks"));
}

void CompareTables::addTo(ComparisonWish &wish) const
{
    wish.rightOrder = m_rightOrder;
    wish.riskOrder = m_riskOrder;
}

void CompareTables::setOrders(const ComparedOrder &rights, const ComparedOrder &risks)
{
    m_rightOrder = rights;
    m_riskOrder = risks;
    m_rights.setOrder(rights);
    m_risks.setOrder(risks);
}

void CompareTables::sortRightsBy(ComparedPart part)
{
    setOrders(turned(m_rightOrder, part), m_riskOrder);
    Q_EMIT wishChanged();
}

void CompareTables::sortRisksBy(ComparedPart part)
{
    setOrders(m_rightOrder, turned(m_riskOrder, part));
    Q_EMIT wishChanged();
}

std::vector<base::Command> CompareTables::commands()
{
    std::vector<base::Command> out;
    for (int column = 0; column < ComparedRightsModel::ColumnCount; ++column)
        out.push_back({QStringLiteral("sort-compared-rights-%1").arg(column), [column] { return tr("Sort the rights by: %1").arg(ComparedRightsModel::titleOf(column)); }, {}, {},
                       [this, column] { sortRightsBy(ComparedRightsModel::partOf(column)); }});
    for (int column = 0; column < ComparedRisksModel::ColumnCount; ++column)
        out.push_back({QStringLiteral("sort-compared-risks-%1").arg(column), [column] { return tr("Sort the risks by: %1").arg(ComparedRisksModel::titleOf(column)); }, {}, {},
                       [this, column] { sortRisksBy(ComparedRisksModel::partOf(column)); }});
    return out;
}

void CompareTables::save(text::Value &state) const
{
    state.set("rights", shapeOf(m_rightOrder));
    state.set("risks", shapeOf(m_riskOrder));
}

void CompareTables::restore(const text::Value &state)
{
    setOrders(orderOf(state["rights"]), orderOf(state["risks"]));
}

void CompareTables::recolor()
{
    QFont font = Theme::instance().captionFont();
    font.setWeight(base::strongWeight());
    m_rightsHead->setFont(font);
    m_risksHead->setFont(font);
}

} // namespace rbac
