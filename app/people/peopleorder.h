// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/people/peersmodel.h"

#include <QCollator>
#include <QSettings>
#include <QSortFilterProxyModel>

namespace islet {

//! The people, sorted by a saved order, and filtered: `wanted` occurs in the name or address, or starts a badge.
//!
//! Sorts at most once a second. While the list is `held` (the pointer is over it, a button is down or it has the
//! keyboard focus) rows keep their positions for up to maxHold, so that no one moves away under the pointer. A view
//! sees sorting as changed data; on reordered() it must find its current person again.
class PeopleOrder : public QSortFilterProxyModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(Order order READ order WRITE setOrder NOTIFY orderChanged)
    Q_PROPERTY(QString wanted READ wanted WRITE setWanted NOTIFY wantedChanged)
    Q_PROPERTY(bool held READ isHeld WRITE setHeld NOTIFY heldChanged)

public:
    enum Order { Nearest, ByName, TalkingFirst };
    Q_ENUM(Order)
    static constexpr std::chrono::seconds sortInterval{1};
    static constexpr std::chrono::seconds maxHold{10};

    //! Both must outlive this object.
    PeopleOrder(PeersModel &people, QSettings &settings, Clock clock = monotonicNow, QObject *parent = nullptr);

    Order order() const { return m_order; }
    void setOrder(Order order);
    const QString &wanted() const { return m_wanted; }
    void setWanted(const QString &wanted);
    bool isHeld() const { return m_heldSince.has_value(); }
    void setHeld(bool held);

    //! -1 if the person is not shown.
    Q_INVOKABLE int rowOf(const QString &address) const;
    //! The full address; empty if the row is out of range.
    Q_INVOKABLE QString addressAt(int row) const;
    //! The next row after `row`, wrapping around, whose name or address starts with `text`; -1 if there is none.
    int nextRowStartingWith(const QString &text, int row) const;

    //! Sorts if the order has changed, unless held. Called by a timer.
    void renew();

signals:
    void orderChanged();
    void wantedChanged();
    void heldChanged();
    void reordered();

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

private:
    void sortIfNeeded();
    bool comesBefore(const PeersModel::Person &left, const PeersModel::Person &right) const;
    bool isNameBefore(const PeersModel::Person &left, const PeersModel::Person &right) const;
    const PeersModel::Person &personAt(int row) const;

    PeersModel &m_people;
    QSettings &m_settings;
    Clock m_clock;
    QTimer m_timer;
    QCollator m_collator;
    Order m_order = Nearest;
    QString m_wanted;
    std::optional<std::chrono::microseconds> m_heldSince;
};

} // namespace islet
