function o(r,...e){const t=Float64Array.from(r).sort();return e.map(a=>t[Math.max(0,Math.ceil(t.length*a/100)-1)])}export{o as p};
