// KonOpas
var program = [{"id": "7", "title": "Knots", "desc": "d", "date": "2027-03-25", "time": "09:00", "mins": "45", "loc": ["Pier", "Harbour"],
 "tags": ["type:Panel", "track:Ropes", {"label": "Sea"}], "people": [{"id": "p1", "name": "Ann"}], "links": {"recording": "https://v.example/1"}}];
var people = [{"id": "p1", "name": ["Ann", "Example", "Dr.", ""], "bio": "Sails."}];
