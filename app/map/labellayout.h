// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QRectF>

#include <cstdint>
#include <optional>
#include <vector>

namespace islet {

//! Where labels go, so that they cover neither each other nor a face. Whoever asks first is served first.
class LabelLayout {
public:
    enum class Side : std::uint8_t { Below, Above, Right, Left };
    struct Request {
        QPointF at; //!< the middle of the face that it is for
        double radius = 0; //!< of that face
        QSizeF size; //!< of the label
        Side side = Side::Below; //!< tried first: where it was before
        bool insists = false; //!< rather moves or covers a face than is not there; never covers another label
    };
    struct Place {
        QRectF box;
        Side side = Side::Below;
    };

    //! Forgets all. Words are placed in `view` as a whole, and only for who is seen there.
    void begin(const QRectF &view);
    //! A face that no label may cover.
    void addFace(QPointF at, double radius) { mark(at, radius, 1); }
    //! Something else that none may cover.
    void take(const QRectF &box) { m_taken.push_back(box); }
    //! Nothing when there is no room on any side. `request`'s own face was added, if faces were.
    std::optional<Place> place(const Request &request);

private:
    void mark(QPointF at, double radius, int by);
    QRectF movedIn(QRectF box, Side side) const;
    bool isTaken(const QRectF &box) const;
    bool hidesFace(const QRectF &box) const;

    static constexpr int cellSize = 8; //!< pixels
    int m_columns = 0;
    int m_rows = 0;
    QRectF m_view;
    std::vector<int> m_faces; //!< how many reach into each cell
    std::vector<QRectF> m_taken;
};

} // namespace islet
