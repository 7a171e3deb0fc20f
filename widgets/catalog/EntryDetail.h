#pragma once

#include "widgets/catalog/EntryFacts.h"

#include <QScrollArea>

class QGridLayout;
class QPushButton;

namespace base {
class TextLabel;
}

namespace catalog {

class MarksEditor;

/// Everything an entry says, beside the table, and what can be done with it.
class EntryDetail final : public QScrollArea
{
    Q_OBJECT

public:
    explicit EntryDetail(QWidget *parent = nullptr);

    /// The entry is only looked at during the call; null: nothing is selected.
    void show(const kube::CatalogEntry *entry, const EntryKnowledge &knowledge = {});
    /// The colours changed.
    void restyle();
    /// Lets the person type a name of their own.
    void editName();

Q_SIGNALS:
    void connectRequested();
    void disconnectRequested();
    void checkRequested();
    void trustRequested();
    void marksChanged(const cluster::ClusterMarks &marks);

private:
    void showButtons(const kube::CatalogEntry *entry, const EntryKnowledge &knowledge);
    void showTitle(const QString &title, const EntryState &state);
    void build();
    void addFact(QGridLayout &grid, const Fact &fact);

    QWidget *m_body;
    base::TextLabel *m_title;
    base::TextLabel *m_state;
    QPushButton *m_connect;
    QPushButton *m_trust;
    QPushButton *m_check;
    QPushButton *m_disconnect;
    MarksEditor *m_marks;
    QWidget *m_list = nullptr;
    std::vector<Fact> m_facts;
};

} // namespace catalog
