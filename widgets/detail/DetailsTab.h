#pragma once

#include "models/schema/Field.h"
#include "widgets/detail/CellView.h"
#include "widgets/detail/LiveTab.h"

namespace detail {

class Environments;
class FieldSource;
class Findings;
class Relations;
class ServerColumns;
class SummaryView;

/// The object told in groups, the words of its kind first.
class DetailsTab final : public LiveTab
{
    Q_OBJECT

public:
    DetailsTab(std::shared_ptr<WatchedObject> object, Surroundings surroundings, QWidget *parent = nullptr);
    /// What other objects say about this one is told too.
    void setRelations(Relations *relations);
    /// What is wrong with it is told first.
    void setFindings(Findings *findings);
    /// The fields of a kind that the program does not know better are told in the order of its schema, and described.
    void setFields(FieldSource *fields);
    /// What the server prints of a custom kind is told before its fields.
    void setColumns(ServerColumns *columns);

    /// The environments of a pod's containers are told as they come about.
    void setEnvironments(Environments *environments);

    QString command() const override;
    bool isSettled() const override;

protected:
    void showObject(const text::Value &object) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    SummaryView *m_view;
    std::shared_ptr<const text::Value> m_told;      ///< the object that the summary is of
    Summary m_own;                                  ///< what it says itself: told once, however often others have news
    Relations *m_relations = nullptr;
    Findings *m_findings = nullptr;
    Environments *m_environments = nullptr;
    FieldSource *m_fields = nullptr;
    ServerColumns *m_columns = nullptr;
    std::shared_ptr<const schema::FieldTree> m_tree;
};

} // namespace detail
